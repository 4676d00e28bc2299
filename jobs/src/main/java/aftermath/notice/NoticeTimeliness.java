package aftermath.notice;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Incident;
import aftermath.incident.NoticePolicy.Deadline;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** How long telling took, and whether it was within each deadline. */
public final class NoticeTimeliness {
  /** What is counted from becoming aware where no deadline is meant. */
  static final String NO_DEADLINE = "none";

  private static final long TEN_YEARS = 3_650L * 86_400;

  /** Days over which the present pace is taken. */
  private static final int PACE = 7;

  private static final StructType DEADLINES =
      StructType.fromDDL(
          "number INT NOT NULL, deadline STRING NOT NULL, begins_at TIMESTAMP NOT NULL, ends_at TIMESTAMP");

  public static final Table TABLE =
      Table.table("gold.notice_timeliness")
          .comment(
              "One row per deadline of the notice policy, and one without an end: how long telling took")
          .columns(
              """
              deadline         STRING    NOT NULL COMMENT 'name of the deadline; none: no deadline, counted from becoming aware',
              begins_at        TIMESTAMP NOT NULL COMMENT 'moment it is counted from',
              ends_at          TIMESTAMP          COMMENT 'moment it ends; null: it does not',
              as_of            TIMESTAMP          COMMENT 'newest event of all messages: what the files reach up to; null: there is none',
              people_to_notify BIGINT    NOT NULL COMMENT 'affected people whom the notice policy asks to tell',
              inside           BIGINT    NOT NULL COMMENT 'of them: reached before it ended',
              outside          BIGINT    NOT NULL COMMENT 'of them: reached after it ended',
              open             BIGINT    NOT NULL COMMENT 'of them: not reached, and it has not ended by as_of',
              missed           BIGINT    NOT NULL COMMENT 'of them: not reached, and it has ended',
              share_inside     DOUBLE             COMMENT 'inside over people to notify',
              hours_to_first_sent     DOUBLE COMMENT 'hours until the first of them was written to',
              hours_to_first_reached  DOUBLE COMMENT 'hours until the first of them was reached',
              hours_to_half_reached   BIGINT COMMENT 'full hours by which half of people_to_notify were reached; null: not yet',
              hours_to_90_reached     BIGINT COMMENT 'the same of 90 %',
              hours_to_99_reached     BIGINT COMMENT 'the same of 99 %',
              reached_in_last_7_days  BIGINT NOT NULL COMMENT 'people reached in the 7 days before as_of: the present pace',
              all_reached_at   TIMESTAMP          COMMENT 'when the last of those who are pending would be reached at the present pace, or was reached if nobody is; null: not within ten years'
              """)
          .key("deadline")
          .check("everyone_is_somewhere", "people_to_notify = inside + outside + open + missed");

  private final List<Row> deadlines = new ArrayList<>();
  private final List<Column> counted = new ArrayList<>();

  private NoticeTimeliness(Incident incident) {
    add(NO_DEADLINE, incident.timeline().awareAt(), null);
    for (Deadline deadline : incident.notices().deadlines()) {
      Optional<Instant> begins = incident.timeline().moment(deadline.after());
      begins.ifPresent(
          moment -> add(deadline.name(), moment, deadline.ends(moment, incident.timeZone())));
    }
  }

  private void add(String name, Instant begins, Instant ends) {
    deadlines.add(RowFactory.create(deadlines.size(), name, begins, ends));
    Column isInside =
        ends == null ? col("reached_at").isNotNull() : col("reached_at").leq(lit(ends));
    counted.add(countingThose(isInside));
  }

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(ToldPeople.table(incident), ReachedByHour.TABLE, Notices.TABLE)
        .as(new NoticeTimeliness(incident)::derive)
        .dependingOn(incident.notices().deadlines(), incident.timeline(), incident.timeZone());
  }

  private Dataset<Row> derive(Dataset<Row> told, Dataset<Row> hours, Dataset<Row> notices) {
    Dataset<Row> newest = notices.agg(max("last_event_at").as("as_of"));
    Column hasEnded = coalesce(col("as_of").gt(col("ends_at")), lit(false));
    return told.sparkSession()
        .createDataFrame(deadlines, DEADLINES)
        .crossJoin(counted(told.where("must_be_told").crossJoin(broadcast(newest))))
        .crossJoin(newest)
        .crossJoin(hoursOf(hours))
        .withColumn("inside", expr("reached_in_time[number]"))
        .withColumn("not_reached", expr("people_to_notify - reached"))
        .select(
            col("deadline"),
            col("begins_at"),
            col("ends_at"),
            col("as_of"),
            col("people_to_notify"),
            col("inside"),
            expr("reached - inside").as("outside"),
            when(not(hasEnded), col("not_reached")).otherwise(0L).as("open"),
            when(hasEnded, col("not_reached")).otherwise(0L).as("missed"),
            col("inside").divide(nullif(col("people_to_notify"), lit(0L))).as("share_inside"),
            hoursUntil("first_sent").as("hours_to_first_sent"),
            hoursUntil("first_reached").as("hours_to_first_reached"),
            fullHoursUntil("half").as("hours_to_half_reached"),
            fullHoursUntil("ninety").as("hours_to_90_reached"),
            fullHoursUntil("ninety_nine").as("hours_to_99_reached"),
            col("reached_in_last_7_days"),
            allReachedAt().as("all_reached_at"));
  }

  /** One pass over people, however many deadlines there are. */
  private Dataset<Row> counted(Dataset<Row> people) {
    Column isOfLate = col("reached_at").gt(expr("as_of - INTERVAL '%d' DAY".formatted(PACE)));
    return people.agg(
        count(lit(1)).as("people_to_notify"),
        array(counted.toArray(Column[]::new)).as("reached_in_time"),
        count(col("reached_at")).as("reached"),
        countingThose(col("reach").equalTo("pending")).as("pending"),
        countingThose(isOfLate).as("reached_in_last_7_days"),
        min("first_sent_at").as("first_sent"),
        min("reached_at").as("first_reached"),
        max("reached_at").as("last_reached"));
  }

  private static Column countingThose(Column condition) {
    return count(when(condition, 1));
  }

  /** Ends of the hours by which so many of those who must be told were reached. */
  private static Dataset<Row> hoursOf(Dataset<Row> hours) {
    return hours
        .withColumn("everyone", expr("reached_so_far + not_reached"))
        .agg(byWhen(.5).as("half"), byWhen(.9).as("ninety"), byWhen(.99).as("ninety_nine"));
  }

  private static Column byWhen(double share) {
    Column isThere = col("reached_so_far").geq(col("everyone").multiply(share));
    return min(when(isThere, expr("hour + INTERVAL '1' HOUR")));
  }

  private static Column hoursUntil(String moment) {
    return unix_micros(col(moment)).minus(unix_micros(col("begins_at"))).divide(3_600e6);
  }

  private static Column fullHoursUntil(String moment) {
    return ceil(hoursUntil(moment));
  }

  /** Whom no channel reaches is not waited for; nor is what would take more than ten years. */
  private static Column allReachedAt() {
    Column seconds =
        col("pending")
            .multiply(PACE * 86_400L)
            .divide(nullif(col("reached_in_last_7_days"), lit(0L)));
    Column then = timestamp_seconds(unix_seconds(col("as_of")).plus(seconds.cast("bigint")));
    return when(col("pending").equalTo(0L), col("last_reached")).when(seconds.lt(TEN_YEARS), then);
  }
}
