package aftermath.identity;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * What clerks decided about pairs, where it stands. The later decision about a pair stands; where
 * two of one time contradict each other, neither does.
 */
public final class LinkDecisions {
  public static final String SAME = "same";
  public static final String DIFFERENT = "different";

  /** What stands in the place of a rule's name where a clerk decided. */
  public static final String CLERK = "clerk";

  private static final String IN_FORCE = "in force";

  public static final Table TABLE =
      Table.table("silver.link_decisions")
          .comment("One row per pair that clerks decided about")
          .columns(
              """
              record   BIGINT  NOT NULL COMMENT 'hash of the key of a stolen record',
              other    BIGINT  NOT NULL COMMENT 'hash of the key of another stolen record, or of a known person',
              is_known BOOLEAN NOT NULL COMMENT 'whether the other is a known person',
              decision STRING           COMMENT 'same or different; null if none stands',
              record_key STRING NOT NULL COMMENT 'the one key, as the clerk wrote it',
              other_key  STRING NOT NULL COMMENT 'the other',
              standing STRING  NOT NULL COMMENT 'in force; taken back; contradicted: two of one time differ; not found: no such record or known person; two known people: those are not joined'
              """)
          .key("record", "other")
          .personal("record", "other", "record_key", "other_key");

  private LinkDecisions() {}

  /** Whether clerks have a say in this incident. */
  public static boolean areIn(Incident incident) {
    return !incident.sources(Role.LINK_DECISIONS).isEmpty();
  }

  public static Optional<Model> model(Incident incident) {
    return areIn(incident)
        ? Optional.of(
            Model.model(TABLE)
                .from(
                    BronzeTables.LINK_DECISIONS,
                    ImpactedRecords.table(incident),
                    KnownPeople.table(incident))
                .as(LinkDecisions::derive))
        : Optional.empty();
  }

  /** Those that stand: record, other, is_known, decision. */
  public static Dataset<Row> inForce(Dataset<Row> decisions) {
    return decisions
        .where(col("standing").equalTo(IN_FORCE))
        .select("record", "other", "is_known", "decision");
  }

  /** Of an incident without any. */
  public static Dataset<Row> none(SparkSession spark) {
    return spark.createDataFrame(List.of(), TABLE.schema());
  }

  static Dataset<Row> derive(Dataset<Row> decided, Dataset<Row> impacted, Dataset<Row> known) {
    Dataset<Row> pairs = decided.transform(LinkDecisions::oneRowPerPair);
    Dataset<Row> ids = pairs.select(expr("explode(array(one, two)) AS id")).distinct();
    Dataset<Row> found =
        kind("record_id", impacted, ids, false).union(kind("known_id", known, ids, true));
    Column isBetween = col("one_known").notEqual(col("two_known"));
    Column one = KnownLinks.numberOf("one");
    Column two = KnownLinks.numberOf("two");
    Column isFirst = when(isBetween, expr("NOT one_known")).otherwise(one.lt(two));
    return pairs
        .join(broadcast(of("one", found)), new String[] {"one"}, "left_outer")
        .join(broadcast(of("two", found)), new String[] {"two"}, "left_outer")
        .withColumn("standing", standing())
        .select(
            when(isFirst, one).otherwise(two).as("record"),
            when(isFirst, two).otherwise(one).as("other"),
            expr("coalesce(one_known OR two_known, false)").as("is_known"),
            when(col("standing").equalTo(IN_FORCE), expr("words[0]")).as("decision"),
            when(isFirst, col("one")).otherwise(col("two")).as("record_key"),
            when(isFirst, col("two")).otherwise(col("one")).as("other_key"),
            col("standing"));
  }

  private static Column standing() {
    return when(expr("one_known IS NULL OR two_known IS NULL"), "not found")
        .when(expr("one_known AND two_known"), "two known people")
        .when(expr("size(words) > 1"), "contradicted")
        .when(expr("words[0] = 'open'"), "taken back")
        .otherwise(IN_FORCE);
  }

  private static Dataset<Row> oneRowPerPair(Dataset<Row> decided) {
    var latestFirst = Window.partitionBy("one", "two").orderBy(col("decided_at").desc_nulls_last());
    return decided
        .select(
            least(col("record"), col("other")).as("one"),
            greatest(col("record"), col("other")).as("two"),
            col("decision"),
            col("decided_at"))
        .withColumn("place", dense_rank().over(latestFirst))
        .where("place = 1")
        .groupBy("one", "two")
        .agg(collect_set("decision").as("words"));
  }

  private static Dataset<Row> kind(
      String idColumn, Dataset<Row> rows, Dataset<Row> ids, boolean isKnown) {
    return rows.select(col(idColumn).as("id"))
        .join(broadcast(ids), new String[] {"id"}, "left_semi")
        .select(col("id"), lit(isKnown).as("is_known"));
  }

  /** A key that both a record and a known person have is the record's. */
  private static Dataset<Row> of(String side, Dataset<Row> found) {
    return found.groupBy(col("id").as(side)).agg(expr("bool_and(is_known)").as(side + "_known"));
  }
}
