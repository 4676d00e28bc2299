package aftermath.exposure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import aftermath.identity.People;
import aftermath.identity.Segments;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
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
            records BIGINT NOT NULL COMMENT 'stolen records of these people'
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
                people
                    .groupBy(dimensions)
                    .agg(
                        count(lit(1)).as("people"),
                        sum(col("records")).cast("bigint").as("records")));
  }

  private static List<String> dimensions(Incident incident) {
    return Stream.concat(FIXED.stream(), new Segments(incident).names().stream()).toList();
  }
}
