package aftermath.present.dashboard;

import aftermath.exposure.AffectedCounts;
import aftermath.exposure.ExposureByCombination;
import aftermath.exposure.ExposureByField;
import aftermath.exposure.ExposureBySegment;
import aftermath.exposure.PeopleByCertainty;
import aftermath.exposure.SeverityBySegment;
import aftermath.identity.DecisionsHonoured;
import aftermath.identity.probable.LinkQuality;
import aftermath.incident.Incident;
import aftermath.intake.BronzeTables;
import aftermath.lakehouse.Glance;
import aftermath.lakehouse.Lakehouse;
import aftermath.notice.DeliveryCube;
import aftermath.notice.DeliveryHealth;
import aftermath.notice.DeliveryHealthByHour;
import aftermath.notice.DeliveryRates;
import aftermath.notice.NoticeTimeliness;
import aftermath.notice.ReachBySegment;
import aftermath.notice.ReachCube;
import aftermath.notice.ReachedByHour;
import aftermath.ops.Ops;
import aftermath.pipeline.Table;
import aftermath.quality.UnexpectedData;
import aftermath.quality.UnreadValues;
import aftermath.response.ContactTopicsDaily;
import aftermath.response.ResponseDaily;
import aftermath.response.TakeUpBySegment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Where the figures come from: each table, its version, its run, and what its columns mean. */
final class Provenance {
  private final Incident incident;
  private final Lakehouse lakehouse;

  Provenance(Incident incident, Lakehouse lakehouse) {
    this.incident = incident;
    this.lakehouse = lakehouse;
  }

  /** All tables that the dashboard reads. */
  private List<Table> tables() {
    return List.of(
        AffectedCounts.TABLE,
        PeopleByCertainty.TABLE,
        ExposureByField.TABLE,
        ExposureByCombination.TABLE,
        ExposureBySegment.TABLE,
        SeverityBySegment.TABLE,
        ReachCube.table(incident),
        ReachBySegment.TABLE,
        ReachedByHour.TABLE,
        NoticeTimeliness.TABLE,
        DeliveryCube.table(incident),
        DeliveryRates.TABLE,
        DeliveryHealth.TABLE,
        DeliveryHealthByHour.TABLE,
        ResponseDaily.TABLE,
        ContactTopicsDaily.TABLE,
        TakeUpBySegment.TABLE,
        UnexpectedData.TABLE,
        UnreadValues.TABLE,
        LinkQuality.TABLE,
        DecisionsHonoured.TABLE,
        BronzeTables.REJECTED,
        Ops.RUNS,
        Ops.DELIVERIES,
        Ops.CONTROL_TOTALS,
        Ops.RESTATEMENTS);
  }

  /** The version of each table that is there, by name. Reads no rows. */
  Map<String, Long> versions() {
    var versions = new TreeMap<String, Long>();
    tables()
        .forEach(
            table ->
                lakehouse.version(table).ifPresent(version -> versions.put(table.name(), version)));
    return versions;
  }

  /**
   * What the page says of each table.
   *
   * @param versions that the figures were read from
   */
  Map<String, Object> said(Glance glance, Map<String, Long> versions) {
    Map<String, Instant> ends =
        glance.rows(Ops.RUNS).select("run_id", "ended_at").collectAsList().stream()
            .collect(
                Collectors.toMap(
                    run -> run.<String>getAs("run_id"),
                    run -> Cells.moment(run, "ended_at"),
                    (one, other) -> other));
    var said = new LinkedHashMap<String, Object>();
    for (Table table : tables()) {
      said.put(table.name(), said(table, glance, versions.get(table.name()), ends));
    }
    return said;
  }

  private Map<String, Object> said(
      Table table, Glance glance, Long version, Map<String, Instant> ends) {
    var cells = new Cells(incident.timeZone());
    var said = new LinkedHashMap<String, Object>();
    said.put("comment", table.comment());
    said.put("version", version);
    if (version != null) {
      lakehouse
          .writerOf(table)
          .map(ends::get)
          .ifPresent(ended -> said.put("made_at", cells.local(ended)));
    }
    said.put("columns", meanings(glance.columns(table)));
    return said;
  }

  private static Map<String, String> meanings(StructType columns) {
    var meanings = new LinkedHashMap<String, String>();
    Stream.of(columns.fields()).forEach(field -> meanings.put(field.name(), meaning(field)));
    return meanings;
  }

  private static String meaning(StructField field) {
    return field.getComment().getOrElse(() -> "");
  }
}
