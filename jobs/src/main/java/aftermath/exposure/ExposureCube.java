package aftermath.exposure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import aftermath.identity.People;
import aftermath.identity.RecordKeys;
import aftermath.identity.Segments;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * How many people have which combination of exposed fields, in which segments: the narrow waist.
 */
public final class ExposureCube {
  private static final List<String> FIXED =
      List.of("exposed_mask", "link_state", "is_customer", "is_member");

  private ExposureCube() {}

  public static Table table(Incident incident) {
    Table table =
        Table.table("gold.exposure_cube")
            .comment(
                "One row per combination of exposed fields, kind of link and segments that occurs")
            .columns(
                """
                exposed_mask BIGINT  NOT NULL COMMENT 'bit per exposed field, see gold.fields',
                link_state   STRING  NOT NULL COMMENT 'known, unlinked or ambiguous, as in silver.people',
                is_customer  BOOLEAN NOT NULL COMMENT 'whether they are in the customer master',
                is_member    BOOLEAN NOT NULL COMMENT 'whether they are in the loyalty table'
                """);
    return new Segments(incident)
        .declareIn(table)
        .columns(
            """
            people  BIGINT NOT NULL COMMENT 'affected people',
            records BIGINT NOT NULL COMMENT 'stolen records of these people',
            most_records        BIGINT NOT NULL COMMENT 'records of the one of them with the most, for dominance rules',
            second_most_records BIGINT NOT NULL COMMENT 'records of the one with the second most, which may be as many; 0 if there is only one person',
            record_keys         BIGINT NOT NULL COMMENT 'sum of the record keys of these people, each from 0 to 255, for perturbation by cell keys'
            """)
        .key(dimensions(incident).toArray(String[]::new))
        .check("somebody_is_counted", "people > 0");
  }

  public static Model model(Incident incident) {
    Column[] dimensions = dimensions(incident).stream().map(functions::col).toArray(Column[]::new);
    return Model.model(table(incident))
        .from(People.table(incident))
        .as(
            people ->
                // First by number of records, of which there are few: a list of them is short.
                people
                    .groupBy(with(dimensions, col("records")))
                    .agg(
                        count(lit(1)).as("people"),
                        sum(RecordKeys.of(col("person_id"))).as("record_keys"))
                    .groupBy(dimensions)
                    .agg(
                        sum("people").as("people"),
                        sum("record_keys").as("record_keys"),
                        sum(col("people").multiply(col("records"))).cast("bigint").as("records"),
                        sort_array(collect_list(struct(col("records"), col("people"))), false)
                            .as("greatest"))
                    .withColumn("most_records", expr("bigint(greatest[0].records)"))
                    .withColumn(
                        "second_most_records",
                        expr(
                            "bigint(CASE WHEN greatest[0].people > 1 THEN greatest[0].records"
                                + " ELSE coalesce(get(greatest, 1).records, 0) END)"))
                    .drop("greatest")
                    .select(columns(incident)));
  }

  private static Column[] columns(Incident incident) {
    return table(incident).columnNames().stream().map(functions::col).toArray(Column[]::new);
  }

  private static Column[] with(Column[] columns, Column more) {
    Column[] all = Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = more;
    return all;
  }

  private static List<String> dimensions(Incident incident) {
    return Stream.concat(FIXED.stream(), new Segments(incident).names().stream()).toList();
  }
}
