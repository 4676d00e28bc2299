package aftermath.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.incident.Incident;
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
              rule   STRING          COMMENT 'rule of the incident file that decided'
              """)
          .key("record")
          .personal("record", "known");

  private KnownLinks() {}

  public static Model model(Incident incident) {
    var linking = incident.linking();
    return Model.model(TABLE)
        .from(ImpactedRecords.table(incident), KnownPeople.table(incident))
        .as(
            (impacted, known) ->
                new Ladder(linking.known(), linking.mostFrequent())
                    .climbed(
                        impacted.withColumn("record", numberOf("record_id")),
                        known.withColumn("known", numberOf("known_id"))))
        .dependingOn(linking.known(), linking.mostFrequent());
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
