package aftermath.notice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import aftermath.identity.RecordKeys;
import aftermath.identity.Segments;
import aftermath.incident.Incident;
import aftermath.pipeline.Changes;
import aftermath.pipeline.Following.Given;
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
  private static final List<String> FIXED =
      List.of("must_be_told", "addressee", "reach", "reason", "next_step");

  private ReachCube() {}

  public static Table table(Incident incident) {
    Table table =
        Table.table("gold.reach_cube")
            .comment(
                "One row per state of being told and segments that occurs among affected people")
            .columns(
                """
                must_be_told BOOLEAN NOT NULL COMMENT 'whether the notice policy asks for telling them, themselves or through others',
                addressee    STRING  NOT NULL COMMENT 'whom notices about them go to: themselves, or who is written to in their place by the notice policy',
                reach        STRING  NOT NULL COMMENT 'reached: a message was delivered; unreachable: every channel for which an address is known has failed, or there is none; pending: everyone else',
                reason       STRING  NOT NULL COMMENT 'why so, as in silver.told_people',
                next_step    STRING  NOT NULL COMMENT 'wait, the channel to write by, or publication; none: they are reached'
                """);
    return new Segments(incident)
        .declareIn(table)
        .columns(
            """
            people      BIGINT NOT NULL COMMENT 'affected people',
            record_keys BIGINT NOT NULL COMMENT 'sum of the record keys of these people, each from 0 to 255, for perturbation by cell keys'
            """)
        .key(dimensions(incident).toArray(String[]::new))
        .check("reach_is_known", "reach IN ('reached', 'unreachable', 'pending')");
  }

  public static Model model(Incident incident) {
    return Model.model(table(incident))
        .from(ToldPeople.table(incident))
        .as(told -> counted(incident, signed(told, lit(1L))))
        .recountedWith(ToldPeople.table(incident), given -> recount(incident, given));
  }

  private static Dataset<Row> recount(Incident incident, Given given) {
    Dataset<Row> signed = signed(given.changes(), col(Changes.SIGN).cast("bigint"));
    return counted(incident, counted(incident, signed).unionByName(given.own()))
        .where("people > 0");
  }

  private static Dataset<Row> signed(Dataset<Row> told, Column sign) {
    return told.withColumn("people", sign)
        .withColumn("record_keys", RecordKeys.of(col("person_id")).multiply(sign));
  }

  private static Dataset<Row> counted(Incident incident, Dataset<Row> rows) {
    Column[] dimensions = dimensions(incident).stream().map(functions::col).toArray(Column[]::new);
    return rows.withColumn("next_step", coalesce(col("next_step"), lit("none")))
        .groupBy(dimensions)
        .agg(sum("people").as("people"), sum("record_keys").as("record_keys"));
  }

  private static List<String> dimensions(Incident incident) {
    return Stream.concat(FIXED.stream(), new Segments(incident).names().stream()).toList();
  }
}
