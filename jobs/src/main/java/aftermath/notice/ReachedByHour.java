package aftermath.notice;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import aftermath.incident.Incident;
import aftermath.pipeline.Changes;
import aftermath.pipeline.Following.Given;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/** How telling goes on, hour by hour, down to the last person. */
public final class ReachedByHour {

  public static final Table TABLE =
      Table.table("gold.reached_by_hour")
          .comment(
              "One row per hour in which somebody who must be told was first written to or reached")
          .columns(
              """
              hour           TIMESTAMP NOT NULL COMMENT 'beginning of the hour',
              day            DATE      NOT NULL COMMENT 'day it belongs to, in the time zone of the incident',
              written_to     BIGINT    NOT NULL COMMENT 'people to whom the first message was sent in this hour',
              reached        BIGINT    NOT NULL COMMENT 'people whom the first message reached in this hour',
              reached_so_far BIGINT    NOT NULL COMMENT 'people reached by the end of this hour',
              not_reached    BIGINT    NOT NULL COMMENT 'people who must be told and were not reached by the end of this hour'
              """)
          .key("hour");

  private ReachedByHour() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(ToldPeople.table(incident), ReachCube.table(incident))
        .as((told, cube) -> withTotals(incident, hours(Changes.added(told)), cube))
        .dependingOn(incident.timeZone())
        .recountedWith(
            ToldPeople.table(incident),
            given -> withTotals(incident, recounted(given), given.input(1)))
        .alsoLookingAt(ReachCube.table(incident));
  }

  private static Dataset<Row> recounted(Given given) {
    return summed(
            hours(given.changes()).unionByName(given.own().select("hour", "written_to", "reached")))
        .where("written_to > 0 OR reached > 0");
  }

  private static Dataset<Row> withTotals(Incident incident, Dataset<Row> hours, Dataset<Row> cube) {
    // Hours are few, so that one window over all of them is no burden.
    var soFar =
        Window.partitionBy(lit(0)).orderBy("hour").rowsBetween(Window.unboundedPreceding(), 0);
    Column localTime = from_utc_timestamp(col("hour"), incident.timeZone().getId());
    return hours
        .crossJoin(cube.where("must_be_told").agg(sum("people").as("everyone")))
        .withColumn("reached_so_far", sum("reached").over(soFar))
        .withColumn("not_reached", expr("everyone - reached_so_far"))
        .withColumn("day", to_date(localTime))
        .select(TABLE.columnNames().stream().map(functions::col).toArray(Column[]::new));
  }

  /** People are counted once, by both hours; what is counted twice is these few. */
  private static Dataset<Row> hours(Dataset<Row> people) {
    return people
        .where("must_be_told")
        .groupBy(
            date_trunc("hour", col("first_sent_at")).as("sent"),
            date_trunc("hour", col("reached_at")).as("told"))
        .agg(sum(col(Changes.SIGN).cast("bigint")).as("people"))
        .select(
            inline(
                array(
                    hour(col("sent"), col("people"), lit(0L)),
                    hour(col("told"), lit(0L), col("people")))))
        .where("hour IS NOT NULL")
        .transform(ReachedByHour::summed);
  }

  private static Dataset<Row> summed(Dataset<Row> hours) {
    return hours
        .groupBy("hour")
        .agg(sum("written_to").as("written_to"), sum("reached").as("reached"));
  }

  private static Column hour(Column hour, Column writtenTo, Column reached) {
    return struct(hour.as("hour"), writtenTo.as("written_to"), reached.as("reached"));
  }
}
