package aftermath.identity;

import static org.apache.spark.sql.functions.expr;

import aftermath.incident.Incident;
import aftermath.incident.NoticePolicy.Addressee;
import aftermath.incident.Segment;
import aftermath.pipeline.DryRun;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The expressions of the incident file, each planned alone and without data: a mistake in one is
 * told once, with the name of what it belongs to, and not once for every table that uses it.
 */
public final class Expressions {
  private final SparkSession spark;
  private final Incident incident;

  public Expressions(SparkSession spark, Incident incident) {
    this.spark = spark;
    this.incident = incident;
  }

  /** One sentence per mistake. */
  public List<String> mistakes() {
    var mistakes = new ArrayList<String>();
    Dataset<Row> known = empty(KnownPeople.table(incident));
    for (Segment segment : incident.segments()) {
      mistakeIn(() -> new Segments(incident).only(segment, known))
          .map(
              reason ->
                  "segments: the value of %s (%s) is no expression over attributes: %s"
                      .formatted(segment.name(), segment.value(), reason))
          .ifPresent(mistakes::add);
    }
    if (mistakes.isEmpty()) {
      String who = incident.notices().who();
      mistakeIn(() -> empty(People.table(incident)).where(expr(who)))
          .map(
              reason ->
                  "notices.who (%s) is no condition over silver.people: %s".formatted(who, reason))
          .ifPresent(mistakes::add);
      for (Addressee addressee : incident.notices().addressees()) {
        mistakeIn(() -> empty(People.table(incident)).where(expr(addressee.of())))
            .map(
                reason ->
                    "notices.addressees: for whom %s is written to (%s) is no condition over silver.people: %s"
                        .formatted(addressee.name(), addressee.of(), reason))
            .ifPresent(mistakes::add);
      }
    }
    return mistakes;
  }

  private Dataset<Row> empty(Table table) {
    return spark.createDataFrame(List.<Row>of(), table.schema());
  }

  private static Optional<String> mistakeIn(Runnable planning) {
    try {
      planning.run();
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(DryRun.reason(e));
    }
  }
}
