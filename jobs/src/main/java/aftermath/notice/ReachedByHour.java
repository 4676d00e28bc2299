package aftermath.notice;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import aftermath.incident.Incident;
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
        .from(ToldPeople.table(incident))
        .as(told -> derive(incident, told))
        .dependingOn(incident.timeZone());
  }

  static Dataset<Row> derive(Incident incident, Dataset<Row> told) {
    Dataset<Row> people = told.where("must_be_told");
    Dataset<Row> hours =
        hours(people, "first_sent_at", "written_to")
            .unionByName(hours(people, "reached_at", "reached"))
            .groupBy("hour")
            .agg(sum("written_to").as("written_to"), sum("reached").as("reached"));
    // Hours are few, so that one window over all of them is no burden.
    var soFar =
        Window.partitionBy(lit(0)).orderBy("hour").rowsBetween(Window.unboundedPreceding(), 0);
    Column localTime = from_utc_timestamp(col("hour"), incident.timeZone().getId());
    return hours
        .crossJoin(people.agg(count(lit(1)).as("everyone")))
        .withColumn("reached_so_far", sum("reached").over(soFar))
        .withColumn("not_reached", expr("everyone - reached_so_far"))
        .withColumn("day", to_date(localTime))
        .select(TABLE.columnNames().stream().map(functions::col).toArray(Column[]::new));
  }

  private static Dataset<Row> hours(Dataset<Row> people, String time, String counted) {
    String other = counted.equals("reached") ? "written_to" : "reached";
    return people
        .where(col(time).isNotNull())
        .groupBy(date_trunc("hour", col(time)).as("hour"))
        .agg(count(lit(1)).as(counted))
        .withColumn(other, lit(0L));
  }
}
