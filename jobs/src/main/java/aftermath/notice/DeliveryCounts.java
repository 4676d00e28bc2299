package aftermath.notice;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import aftermath.pipeline.Changes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/** How many messages stand where, counted as in gold.delivery_rates. */
final class DeliveryCounts {

  /** The columns of the counts, as SQL declares them. */
  static final String COLUMNS =
      """
      sent         BIGINT NOT NULL COMMENT 'messages handed to the provider, whatever became of them, without those it refused',
      delivered    BIGINT NOT NULL COMMENT 'messages delivered, those complained about included',
      hard_bounced BIGINT NOT NULL COMMENT 'messages that came back for good',
      soft_bounced BIGINT NOT NULL COMMENT 'messages that came back for now and were not delivered since; a blocked sender shows here first',
      suppressed   BIGINT NOT NULL COMMENT 'messages that the provider did not try to deliver, because the address failed or complained before',
      rejected     BIGINT NOT NULL COMMENT 'messages that the provider refused to send',
      complained   BIGINT NOT NULL COMMENT 'delivered messages that were complained about',
      pending      BIGINT NOT NULL COMMENT 'messages on their way'
      """;

  private DeliveryCounts() {}

  /** Counts messages that carry a sign. */
  static Dataset<Row> ofMessages(RelationalGroupedDataset messages) {
    List<Column> counts =
        conditions().entrySet().stream()
            .map(
                count ->
                    sum(when(count.getValue(), col(Changes.SIGN).cast("bigint")).otherwise(0L))
                        .as(count.getKey()))
            .toList();
    return aggregated(messages, counts);
  }

  /** Adds up counts. */
  static Dataset<Row> summed(RelationalGroupedDataset counts) {
    return aggregated(
        counts, conditions().keySet().stream().map(name -> sum(name).as(name)).toList());
  }

  private static Dataset<Row> aggregated(RelationalGroupedDataset groups, List<Column> columns) {
    return groups.agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }

  private static Map<String, Column> conditions() {
    var conditions = new LinkedHashMap<String, Column>();
    conditions.put("sent", not(is(NoticeState.REJECTED)));
    conditions.put("delivered", NoticeState.tells(col("state")));
    conditions.put("hard_bounced", is(NoticeState.HARD_BOUNCED));
    conditions.put("soft_bounced", is(NoticeState.SOFT_BOUNCED));
    conditions.put("suppressed", is(NoticeState.SUPPRESSED));
    conditions.put("rejected", is(NoticeState.REJECTED));
    conditions.put("complained", is(NoticeState.COMPLAINED));
    conditions.put("pending", is(NoticeState.PENDING));
    return conditions;
  }

  private static Column is(NoticeState state) {
    return col("state").equalTo(lit(state.word()));
  }
}
