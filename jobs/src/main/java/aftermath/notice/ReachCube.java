package aftermath.notice;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.identity.People;
import aftermath.identity.Segments;
import aftermath.incident.Incident;
import aftermath.incident.NoticePolicy.Channel;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How many people have been told, cannot be, or still wait: over all their messages together. */
public final class ReachCube {
  private static final List<String> FIXED = List.of("must_be_told", "reach");

  private ReachCube() {}

  public static Table table(Incident incident) {
    Table table =
        Table.table("gold.reach_cube")
            .comment(
                "One row per state of being told and segments that occurs among affected people")
            .columns(
                """
                must_be_told BOOLEAN NOT NULL COMMENT 'whether the notice policy asks for telling them',
                reach        STRING  NOT NULL COMMENT 'reached: a message was delivered; unreachable: every channel for which an address is known has failed, or there is none; pending: everyone else'
                """);
    return new Segments(incident)
        .declareIn(table)
        .columns("people BIGINT NOT NULL COMMENT 'affected people'")
        .key(dimensions(incident).toArray(String[]::new))
        .check("reach_is_known", "reach IN ('reached', 'unreachable', 'pending')");
  }

  public static Model model(Incident incident) {
    return Model.model(table(incident))
        .from(Notices.TABLE, People.table(incident))
        .as((notices, people) -> derive(incident, notices, people))
        .dependingOn(incident.notices());
  }

  static Dataset<Row> derive(Incident incident, Dataset<Row> notices, Dataset<Row> people) {
    Dataset<Row> told =
        notices
            .withColumn("person_id", explode(col("person_ids")))
            .groupBy(xxhash64(col("person_id")).as("who"))
            .agg(
                max(NoticeState.tells(col("state"))).as("is_told"),
                bit_or(when(NoticeState.hasFailed(col("state")), bit(incident)).otherwise(0L))
                    .as("failed"),
                bit_or(when(not(NoticeState.hasFailed(col("state"))), bit(incident)).otherwise(0L))
                    .as("open"));
    Column[] dimensions = dimensions(incident).stream().map(functions::col).toArray(Column[]::new);
    return people
        .withColumn("id", xxhash64(col("person_id")))
        .join(told, col("id").equalTo(col("who")), "left_outer")
        .withColumn("reach", reach())
        .groupBy(dimensions)
        .agg(count(lit(1)).as("people"));
  }

  private static Column bit(Incident incident) {
    Column bit = lit(0L);
    List<Channel> channels = incident.notices().channels();
    for (int i = 0; i < channels.size(); i++) {
      bit = when(col("channel").equalTo(channels.get(i).name()), 1L << i).otherwise(bit);
    }
    return bit;
  }

  /** A channel whose message failed is over, unless another message on it is still on its way. */
  private static Column reach() {
    Column failed = coalesce(col("failed"), lit(0L));
    Column open = coalesce(col("open"), lit(0L));
    Column left = col("contact_channels").bitwiseAND(functions.bitwise_not(failed)).bitwiseOR(open);
    return when(coalesce(col("is_told"), lit(false)), "reached")
        .when(left.equalTo(0L), "unreachable")
        .otherwise("pending");
  }

  private static List<String> dimensions(Incident incident) {
    return Stream.concat(FIXED.stream(), new Segments(incident).names().stream()).toList();
  }
}
