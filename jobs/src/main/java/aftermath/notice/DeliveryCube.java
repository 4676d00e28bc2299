package aftermath.notice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode_outer;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.identity.People;
import aftermath.identity.Segments;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How many messages stand where, since which day, for whom: the narrow waist of notification. */
public final class DeliveryCube {
  private static final List<String> FIXED = List.of("wave", "channel", "provider", "state", "day");

  private DeliveryCube() {}

  public static Table table(Incident incident) {
    Table table =
        Table.table("gold.delivery_cube")
            .comment("One row per wave, channel, provider, state, day and segments that occurs")
            .columns(
                """
                wave     STRING NOT NULL COMMENT 'wave of notification',
                channel  STRING NOT NULL COMMENT 'channel of the notice policy',
                provider STRING NOT NULL COMMENT 'who delivers the messages',
                state    STRING NOT NULL COMMENT 'where the messages stand, as in silver.notices',
                day      DATE   NOT NULL COMMENT 'day they came into this state, in the time zone of the incident'
                """);
    return new Segments(incident)
        .declareIn(table)
        .columns(
            """
            notices BIGINT NOT NULL COMMENT 'messages; one that speaks to several people counts once, in the segments of the first of them',
            people  BIGINT NOT NULL COMMENT 'people these messages speak to; one person may have several messages',
            opened  BIGINT NOT NULL COMMENT 'of the messages: opened at least once',
            machine_opened BIGINT NOT NULL COMMENT 'of the messages: opened by a machine, and by nobody else as far as the provider can tell',
            clicked BIGINT NOT NULL COMMENT 'of the messages: a link followed at least once'
            """)
        .key(dimensions(incident).toArray(String[]::new));
  }

  public static Model model(Incident incident) {
    return Model.model(table(incident))
        .from(Notices.TABLE, People.table(incident))
        .as((notices, people) -> derive(incident, notices, people))
        .dependingOn(incident.timeZone());
  }

  static Dataset<Row> derive(Incident incident, Dataset<Row> notices, Dataset<Row> people) {
    Column isFirst = col("place").equalTo(0);
    Column byMachine = col("machine_opened_at").isNotNull().and(col("opened_at").isNull());
    Column[] dimensions = dimensions(incident).stream().map(functions::col).toArray(Column[]::new);
    return notices
        .transform(rows -> oneRowPerPerson(incident, rows))
        .transform(rows -> withSegments(incident, rows, people))
        .groupBy(dimensions)
        .agg(
            sum(when(isFirst, 1L).otherwise(0L)).as("notices"),
            count("who").as("people"),
            sum(when(isFirst.and(col("opened_at").isNotNull()), 1L).otherwise(0L)).as("opened"),
            sum(when(isFirst.and(byMachine), 1L).otherwise(0L)).as("machine_opened"),
            sum(when(isFirst.and(col("clicked_at").isNotNull()), 1L).otherwise(0L)).as("clicked"));
  }

  private static Dataset<Row> oneRowPerPerson(Incident incident, Dataset<Row> notices) {
    Column localTime = from_utc_timestamp(col("state_at"), incident.timeZone().getId());
    return notices
        .select(
            col("wave"),
            col("channel"),
            col("provider"),
            col("state"),
            to_date(localTime).as("day"),
            col("opened_at"),
            col("machine_opened_at"),
            col("clicked_at"),
            posexplode_outer(col("person_ids")))
        .withColumn("place", coalesce(col("pos"), lit(0)))
        .withColumn("who", xxhashOf("col"))
        .drop("pos", "col");
  }

  private static Dataset<Row> withSegments(
      Incident incident, Dataset<Row> rows, Dataset<Row> people) {
    var columns = new ArrayList<Column>();
    columns.add(xxhashOf("person_id").as("id"));
    new Segments(incident).names().stream().map(functions::col).forEach(columns::add);
    Dataset<Row> joined =
        rows.join(
            people.select(columns.toArray(Column[]::new)),
            col("who").equalTo(col("id")),
            "left_outer");
    for (String segment : new Segments(incident).names()) {
      joined = joined.withColumn(segment, coalesce(col(segment), lit("unknown")));
    }
    return joined;
  }

  private static Column xxhashOf(String personId) {
    return when(col(personId).isNotNull(), xxhash64(col(personId)));
  }

  private static List<String> dimensions(Incident incident) {
    return Stream.concat(FIXED.stream(), new Segments(incident).names().stream()).toList();
  }
}
