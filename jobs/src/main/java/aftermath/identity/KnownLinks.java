package aftermath.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.incident.Incident;
import aftermath.incident.Linking;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which known person a record belongs to, by the ladder of exact rules. This table is the seam for
 * another matcher: whatever fills it decides who is known, and {@link Links} goes on from there.
 */
public final class KnownLinks {

  public static final Table TABLE =
      Table.table("silver.known_links")
          .comment("One row per stolen record: which known person it leads to, and by which rule")
          .columns(
              """
              record BIGINT NOT NULL COMMENT 'hash of silver.impacted_records.record_id',
              known  BIGINT          COMMENT 'hash of silver.known_people.known_id; null unless exactly one was found',
              found  BIGINT          COMMENT 'known people that the deciding rule found; null if no rule found anyone',
              rule   STRING          COMMENT 'rule of the incident file that decided; clerk: somebody did'
              """)
          .key("record")
          .personal("record", "known");

  private KnownLinks() {}

  public static Model model(Incident incident) {
    var linking = incident.linking();
    var links = Model.model(TABLE);
    var made =
        LinkDecisions.areIn(incident)
            ? links
                .from(
                    ImpactedRecords.table(incident),
                    KnownPeople.table(incident),
                    LinkDecisions.TABLE)
                .as(
                    (impacted, known, decided) -> {
                      Dataset<Row> decisions = LinkDecisions.inForce(decided);
                      return inFull(
                          linking,
                          climbed(linking, impacted, known)
                              .transform(rows -> DecidedByClerks.overruled(rows, decisions))
                              .transform(rows -> DecidedByClerks.keptApart(rows, decisions)));
                    })
            : links
                .from(ImpactedRecords.table(incident), KnownPeople.table(incident))
                .as((impacted, known) -> inFull(linking, climbed(linking, impacted, known)));
    return made.dependingOn(linking.known(), linking.mostFrequent(), linking.isOneToOne());
  }

  private static Dataset<Row> climbed(Linking linking, Dataset<Row> impacted, Dataset<Row> known) {
    return new Ladder(linking.known(), linking.mostFrequent())
        .climbed(
            impacted.withColumn("record", numberOf("record_id")),
            known.withColumn("known", numberOf("known_id")));
  }

  private static Dataset<Row> inFull(Linking linking, Dataset<Row> links) {
    return linking.isOneToOne() ? links.transform(DecidedByClerks::oneToOne) : links;
  }

  /** The number of an identifier: what it is called in joins. */
  public static Column numberOf(String identifier) {
    return xxhash64(col(identifier));
  }

  /** Records with their number in the column {@code record}. */
  public static Dataset<Row> numbered(Dataset<Row> records) {
    return records.withColumn("record", numberOf("record_id"));
  }

  static Dataset<Row> linked(Dataset<Row> knownLinks) {
    return knownLinks.where("known IS NOT NULL");
  }

  public static Dataset<Row> loose(Dataset<Row> knownLinks) {
    return knownLinks.where("known IS NULL");
  }
}
