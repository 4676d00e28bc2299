package aftermath.present;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.ops.Ops;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The figures of a warehouse that somebody may want to be woken for. All of them are totals. */
final class WarehouseMetrics {
  private final Incident incident;
  private final Pipeline pipeline;
  private final Lakehouse lakehouse;
  private final Gauges gauges = new Gauges();

  private WarehouseMetrics(Incident incident, Pipeline pipeline, Lakehouse lakehouse) {
    this.incident = incident;
    this.pipeline = pipeline;
    this.lakehouse = lakehouse;
  }

  static MetricSnapshots of(Incident incident, Pipeline pipeline, Lakehouse lakehouse) {
    var metrics = new WarehouseMetrics(incident, pipeline, lakehouse);
    metrics.addAll();
    return metrics.gauges.snapshots();
  }

  /** After a failure the tables may be the reason for it: what cannot be read is left out. */
  static MetricSnapshots ofWhatCanBeRead(
      Incident incident, Pipeline pipeline, Lakehouse lakehouse) {
    var metrics = new WarehouseMetrics(incident, pipeline, lakehouse);
    try {
      metrics.addAll();
    } catch (RuntimeException unreadable) {
      // The failure itself has been told; figures that are missing say the rest.
    }
    return metrics.gauges.snapshots();
  }

  private void addAll() {
    addDeliveries();
    addTables();
    addControlTotals();
    addFigures();
  }

  private void addDeliveries() {
    for (Row source :
        lakehouse
            .read(Ops.DELIVERIES)
            .groupBy("role", "source", "state")
            .agg(count(lit(1)), sum("rows_found"), sum("rows_kept"), sum("rows_set_aside"))
            .orderBy("role", "source", "state")
            .collectAsList()) {
      Labels of = labels().add("role", source.getString(0)).add("source", source.getString(1));
      gauges.add(
          "aftermath_source_files",
          "Delivered files by what became of them.",
          source.getLong(3),
          of.add("state", source.getString(2)));
      if (source.getString(2).equals("taken")) {
        gauges.add(
            "aftermath_source_rows_found", "Rows in the files taken in.", source.getLong(4), of);
        gauges.add(
            "aftermath_source_rows_kept", "Rows that went into bronze.", source.getLong(5), of);
        gauges.add(
            "aftermath_source_rows_set_aside",
            "Rows that could not be used.",
            source.getLong(6),
            of);
      }
    }
  }

  private void addTables() {
    for (Table table : pipeline.tables()) {
      lakehouse
          .version(table)
          .ifPresent(
              version ->
                  gauges.add(
                      "aftermath_table_version",
                      "Delta version of a table.",
                      version,
                      labels().add("table", table.name())));
    }
  }

  private void addControlTotals() {
    String last = lakehouse.read(Ops.CONTROL_TOTALS).agg(max("run_id")).head().getString(0);
    if (last == null) {
      return;
    }
    for (Row total :
        lakehouse
            .read(Ops.CONTROL_TOTALS)
            .where(col("run_id").equalTo(last))
            .orderBy("boundary")
            .collectAsList()) {
      gauges.add(
          "aftermath_control_total_balanced",
          "1 if what went in at a boundary came out, else 0; as last checked.",
          total.<Boolean>getAs("is_balanced") ? 1 : 0,
          labels().add("boundary", total.<String>getAs("boundary")));
    }
  }

  private void addFigures() {
    Map<String, Long> figures = Figures.of(incident, lakehouse).byName();
    add(figures, "people", "aftermath_people", "People who were hit.");
    add(figures, "stolen records", "aftermath_stolen_records", "Stolen records.");
    add(
        figures,
        Figures.TO_TELL,
        "aftermath_people_to_tell",
        "People who must be told; those of the three states below add up to it.");
    add(figures, Figures.REACHED, "aftermath_people_told", "Of them: reached by a message.");
    add(
        figures,
        Figures.UNREACHABLE,
        "aftermath_people_unreachable",
        "Of them: not to be reached by any channel known.");
    add(figures, Figures.PENDING, "aftermath_people_outstanding", "Of them: still to be reached.");
    add(figures, "messages sent", "aftermath_messages_sent", "Messages sent.");
    add(figures, "messages delivered", "aftermath_messages_delivered", "Messages delivered.");
    add(
        figures,
        "messages back for good",
        "aftermath_messages_hard_bounced",
        "Messages that came back for good.");
  }

  private void add(Map<String, Long> figures, String figure, String name, String meaning) {
    if (figures.containsKey(figure)) {
      gauges.add(name, meaning, figures.get(figure), labels());
    }
  }

  private Labels labels() {
    return Labels.of("incident", incident.id());
  }
}
