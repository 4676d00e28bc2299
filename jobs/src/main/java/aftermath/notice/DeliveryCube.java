package aftermath.notice;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.posexplode_outer;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.identity.People;
import aftermath.identity.RecordKeys;
import aftermath.identity.Segments;
import aftermath.incident.Incident;
import aftermath.pipeline.Changes;
import aftermath.pipeline.Following.Given;
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

  private static final List<String> MEASURES =
      List.of("notices", "people", "opened", "machine_opened", "clicked", "record_keys");

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
            clicked BIGINT NOT NULL COMMENT 'of the messages: a link followed at least once',
            record_keys BIGINT NOT NULL COMMENT 'sum of the record keys of these messages, each from 0 to 255, for perturbation by cell keys'
            """)
        .key(dimensions(incident).toArray(String[]::new));
  }

  public static Model model(Incident incident) {
    return Model.model(table(incident))
        .from(Notices.TABLE, People.table(incident))
        .as((notices, people) -> derive(incident, notices, people))
        .dependingOn(incident.timeZone())
        .recountedWith(Notices.TABLE, given -> recount(incident, given));
  }

  static Dataset<Row> derive(Incident incident, Dataset<Row> notices, Dataset<Row> people) {
    return notices
        .transform(Changes::added)
        .transform(rows -> oneRowPerPerson(incident, rows))
        .transform(rows -> withSegments(incident, rows, segments(incident, people)))
        .transform(rows -> counted(incident, rows));
  }

  private static Dataset<Row> recount(Incident incident, Given given) {
    Dataset<Row> rows = given.kept(oneRowPerPerson(incident, given.changes()));
    Dataset<Row> people =
        segments(incident, given.input(1))
            .join(
                broadcast(rows.select("who").distinct()),
                col("id").equalTo(col("who")),
                "left_semi");
    return rows.transform(all -> withSegments(incident, all, people))
        .transform(all -> counted(incident, all))
        .unionByName(given.own())
        .groupBy(columns(dimensions(incident)))
        .agg(sum(MEASURES.get(0)).as(MEASURES.get(0)), sumsOfOthers())
        .where("notices > 0 OR people > 0");
  }

  private static Column[] sumsOfOthers() {
    return MEASURES.stream().skip(1).map(name -> sum(name).as(name)).toArray(Column[]::new);
  }

  private static Dataset<Row> counted(Incident incident, Dataset<Row> rows) {
    Column isFirst = col("place").equalTo(0);
    Column isOpened = col("opened_at").isNotNull();
    Column byMachine = col("machine_opened_at").isNotNull().and(not(isOpened));
    return rows.groupBy(columns(dimensions(incident)))
        .agg(
            counting(isFirst, "notices"),
            counting(col("who").isNotNull(), "people"),
            counting(isFirst.and(isOpened), "opened"),
            counting(isFirst.and(byMachine), "machine_opened"),
            counting(isFirst.and(col("clicked_at").isNotNull()), "clicked"),
            sum(when(isFirst, col(Changes.SIGN).multiply(col("record_key"))).otherwise(0L))
                .as("record_keys"));
  }

  private static Column counting(Column condition, String name) {
    return sum(when(condition, col(Changes.SIGN).cast("bigint")).otherwise(0L)).as(name);
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
            col(Changes.SIGN),
            col("opened_at"),
            col("machine_opened_at"),
            col("clicked_at"),
            RecordKeys.of(col("number")).as("record_key"),
            posexplode_outer(col("person_ids")))
        .withColumn("place", coalesce(col("pos"), lit(0)))
        .withColumn("who", xxhashOf("col"))
        .drop("pos", "col");
  }

  private static Dataset<Row> segments(Incident incident, Dataset<Row> people) {
    var columns = new ArrayList<Column>();
    columns.add(xxhashOf("person_id").as("id"));
    new Segments(incident).names().stream().map(functions::col).forEach(columns::add);
    return people.select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> withSegments(
      Incident incident, Dataset<Row> rows, Dataset<Row> people) {
    Dataset<Row> joined = rows.join(people, col("who").equalTo(col("id")), "left_outer");
    for (String segment : new Segments(incident).names()) {
      joined = joined.withColumn(segment, coalesce(col(segment), lit("unknown")));
    }
    return joined;
  }

  private static Column xxhashOf(String personId) {
    return when(col(personId).isNotNull(), xxhash64(col(personId)));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }

  private static List<String> dimensions(Incident incident) {
    return Stream.concat(FIXED.stream(), new Segments(incident).names().stream()).toList();
  }
}
