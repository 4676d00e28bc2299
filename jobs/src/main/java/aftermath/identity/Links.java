package aftermath.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Incident;
import aftermath.incident.Linking;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whose a record is. A person is a 64-bit number here: the known person's, or that of the smallest
 * record in a group of records that nobody known owns.
 */
public final class Links {

  public static final Table TABLE =
      Table.table("silver.links")
          .comment("One row per stolen record: whose it is, how that was decided, how sure it is")
          .columns(
              """
              record BIGINT NOT NULL COMMENT 'hash of silver.impacted_records.record_id',
              person BIGINT NOT NULL COMMENT 'number of the person; the same for all records of one person',
              known  BIGINT          COMMENT 'hash of silver.known_people.known_id; null if nobody, or nobody alone, is known',
              state  STRING NOT NULL COMMENT 'linked: a rule found exactly one known person; matched: its look fits exactly one known person; attached: it shares a key with records of exactly one; unlinked: nobody known; ambiguous: several known people fit, nobody was picked',
              rule   STRING          COMMENT 'rule of the incident file that decided; null if none found anyone',
              found  BIGINT          COMMENT 'known people that the rule found',
              weight DOUBLE          COMMENT 'match weight of the strongest tie in bits, log2 of the odds; null if no probability was asked',
              probability DOUBLE     COMMENT 'probability of the strongest tie',
              runner_up DOUBLE       COMMENT 'match weight of the second strongest tie in bits',
              person_at_50 BIGINT NOT NULL COMMENT 'the person if records are joined from a probability of 0.5',
              person_at_90 BIGINT NOT NULL COMMENT 'the person if records are joined from a probability of 0.9',
              person_at_99 BIGINT NOT NULL COMMENT 'the person if records are joined from a probability of 0.99'
              """)
          .key("record")
          .personal("record", "person", "known", "person_at_50", "person_at_90", "person_at_99")
          .check(
              "state_is_known",
              "state IN ('linked', 'matched', 'attached', 'unlinked', 'ambiguous')");

  private final Linking linking;

  private Links(Linking linking) {
    this.linking = linking;
  }

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(ImpactedRecords.table(incident), KnownLinks.TABLE)
        .as(new Links(incident.linking())::derive)
        .dependingOn(incident.linking());
  }

  Dataset<Row> derive(Dataset<Row> impacted, Dataset<Row> knownLinks) {
    Dataset<Row> records = impacted.withColumn("record", KnownLinks.numberOf("record_id"));
    return linked(knownLinks).union(byRules(grouped(records, knownLinks)));
  }

  /** Records that a rule of the ladder gave to somebody. */
  public static Dataset<Row> linked(Dataset<Row> knownLinks) {
    return KnownLinks.linked(knownLinks)
        .select(
            col("record"),
            col("known").as("person"),
            col("known"),
            lit(LinkState.LINKED.word()).as("state"),
            col("rule"),
            col("found"))
        .transform(Links::byRules);
  }

  /** Rules know no probability: a person is the same at all of them. */
  private static Dataset<Row> byRules(Dataset<Row> links) {
    Column unasked = lit(null).cast("double");
    return links.select(
        col("*"),
        unasked.as("weight"),
        unasked.as("probability"),
        unasked.as("runner_up"),
        col("person").as("person_at_50"),
        col("person").as("person_at_90"),
        col("person").as("person_at_99"));
  }

  private Dataset<Row> grouped(Dataset<Row> records, Dataset<Row> knownLinks) {
    if (linking.records().isEmpty()) {
      return alone(knownLinks);
    }
    var groups = new Groups(linking, records, knownLinks);
    Dataset<Row> members = groups.members();
    Dataset<Row> doubts =
        members.groupBy("group").agg(max(col("found").isNotNull()).as("is_doubtful"));
    return members
        .join(doubts, Groups.on("group"))
        .join(groups.owners(members, knownLinks), Groups.on("group"), "left_outer")
        .transform(Links::withVerdict);
  }

  private static Dataset<Row> alone(Dataset<Row> knownLinks) {
    return KnownLinks.loose(knownLinks)
        .withColumn("group", col("record"))
        .withColumn("is_doubtful", col("found").isNotNull())
        .withColumn("owner", lit(null).cast("bigint"))
        .withColumn("other_owner", lit(null).cast("bigint"))
        .transform(Links::withVerdict);
  }

  /**
   * A group with a doubtful record stays apart: a weaker tie must not settle what a rule left open.
   */
  private static Dataset<Row> withVerdict(Dataset<Row> groups) {
    Column isAttached =
        not("is_doubtful").and(coalesce(col("owner").equalTo(col("other_owner")), lit(false)));
    Column isAmbiguous = col("is_doubtful").or(col("owner").isNotNull());
    return groups
        .withColumn("known", when(isAttached, col("owner")))
        .select(
            col("record"),
            coalesce(col("known"), col("group")).as("person"),
            col("known"),
            when(col("known").isNotNull(), LinkState.ATTACHED.word())
                .when(isAmbiguous, LinkState.AMBIGUOUS.word())
                .otherwise(LinkState.UNLINKED.word())
                .as("state"),
            col("rule"),
            col("found"));
  }

  private static Column not(String flag) {
    return org.apache.spark.sql.functions.not(col(flag));
  }
}
