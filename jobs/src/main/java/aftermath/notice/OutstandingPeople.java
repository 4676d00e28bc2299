package aftermath.notice;

import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who is left to be told: the list that an incident room works off. */
public final class OutstandingPeople {

  public static final Table TABLE =
      Table.table("silver.outstanding_people")
          .comment("One row per person who must be told and has not been reached")
          .columns(
              """
              person_id STRING    NOT NULL COMMENT 'as in silver.people, which has their addresses',
              addressee STRING    NOT NULL COMMENT 'whom to write to: themselves, or who is written to in their place by the notice policy',
              reason    STRING    NOT NULL COMMENT 'why, as in silver.told_people',
              next_step STRING    NOT NULL COMMENT 'wait, the channel to write by, or publication',
              since     TIMESTAMP NOT NULL COMMENT 'when the reason began to hold',
              messages  BIGINT    NOT NULL COMMENT 'messages so far'
              """)
          .key("person_id")
          .personal("person_id");

  private OutstandingPeople() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE).from(ToldPeople.table(incident)).as(OutstandingPeople::derive);
  }

  private static Dataset<Row> derive(Dataset<Row> told) {
    return told.where("must_be_told AND reach <> 'reached'")
        .select(
            TABLE.columnNames().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new));
  }
}
