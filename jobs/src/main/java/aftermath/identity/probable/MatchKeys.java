package aftermath.identity.probable;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.Compared;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How common values are: which ones are so common that agreement on them means little, and what a
 * blocking rule would cost. Attributes are counted whole; combinations by a sample of the rows
 * where there are many, for only their cost is asked.
 */
public final class MatchKeys {
  /** Values below this share are not told apart: there are too many of them, and all are rare. */
  private static final double SMALLEST_SHARE = 2e-5;

  /** Rows from which combinations are counted by a sample of about as many. */
  private static final long ENOUGH_ROWS = 100_000;

  public static final Table TABLE =
      Table.table("silver.match_keys")
          .comment("One row per common value of a compared attribute, and per blocking rule")
          .columns(
              """
              rule    INT    NOT NULL COMMENT 'number of the rule; those of one attribute come first',
              key     BIGINT          COMMENT 'hash of the value; null: the rule as a whole',
              profiles BIGINT NOT NULL COMMENT 'looks that have it',
              share   DOUBLE NOT NULL COMMENT 'share of it among all other looks that have a value; of a rule as a whole: that of a value of average rarity among those not listed',
              pairs   DOUBLE NOT NULL COMMENT 'pairs of looks that agree on it'
              """)
          .key("rule", "key")
          .personal("key");

  private MatchKeys() {}

  public static Model model(Incident incident, Matching matching) {
    var blocking = new Blocking(Compared.of(incident, matching), matching);
    return Model.model(TABLE)
        .from(MatchProfiles.TABLE)
        .as(profiles -> derive(profiles, blocking, matching.largestBlock()))
        .dependingOn(matching);
  }

  static Dataset<Row> derive(Dataset<Row> profiles, Blocking blocking, int largestBlock) {
    Dataset<Row> counts = counts(profiles, blocking);
    Column isListed =
        col("profiles")
            .gt(largestBlock)
            .or(col("profiles").gt(1).and(col("share").geq(SMALLEST_SHARE)));
    Dataset<Row> keys =
        counts
            .join(counts.groupBy("rule").agg(sum("profiles").as("all")), new String[] {"rule"})
            // Of a look that has it: the share of it among the others.
            .withColumn("share", expr("(profiles - 1) / all"))
            .withColumn("pairs", expr("profiles * (profiles - 1.0D) / 2 * rate * rate"))
            .withColumn("is_single", col("rule").lt(blocking.singles()))
            .withColumn("is_listed", isListed.and(col("is_single")));
    Dataset<Row> listed =
        keys.where("is_listed").select("rule", "key", "profiles", "share", "pairs");
    Dataset<Row> whole =
        keys.groupBy("rule")
            .agg(
                sum(col("profiles").multiply(col("rate"))).as("profiles"),
                sum(when(not("is_listed"), col("share").multiply(col("profiles")))).as("shared"),
                sum(when(not("is_listed"), col("profiles"))).as("rest"),
                max(col("all")).as("all"),
                sum("pairs").as("pairs"))
            .select(
                col("rule"),
                lit(null).cast("bigint").as("key"),
                col("profiles"),
                // One more, for what no two looks share: rare is not impossible.
                expr("coalesce((shared + 1.0D / all) / rest, 1.0D / all)").as("share"),
                col("pairs"));
    return listed.unionByName(whole);
  }

  private static Column not(String flag) {
    return org.apache.spark.sql.functions.not(col(flag));
  }

  /** Rule, key, profiles, rate: one in {@code rate} of the rows was counted. */
  private static Dataset<Row> counts(Dataset<Row> profiles, Blocking blocking) {
    long singles = (1L << blocking.singles()) - 1;
    long all = -1L >>> (Long.SIZE - blocking.rules().size());
    Column wanted = when(expr("pmod(profile, sample) = 0"), all).otherwise(singles);
    Column isWhole = col("rule").lt(blocking.singles());
    return profiles
        .crossJoin(
            profiles.agg(expr("greatest(1L, count(1) DIV " + ENOUGH_ROWS + ")").as("sample")))
        .select(col("sample"), explode(blocking.keys(wanted, lit(-1L))).as("key"))
        .groupBy("key", "sample")
        .agg(count(lit(1)).as("profiles"))
        .withColumn("rule", Blocking.rule())
        .select(
            col("rule"),
            col("key"),
            when(isWhole, 1L).otherwise(col("sample")).as("rate"),
            col("profiles"));
  }
}
