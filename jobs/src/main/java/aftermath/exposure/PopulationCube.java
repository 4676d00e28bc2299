package aftermath.exposure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import aftermath.identity.KnownPeople;
import aftermath.identity.Segments;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** How many people the organisation knows in which segments, affected or not: the base of rates. */
public final class PopulationCube {
  private static final List<String> FIXED = List.of("is_customer", "is_member");

  private PopulationCube() {}

  public static Table table(Incident incident) {
    Table table =
        Table.table("gold.population_cube")
            .comment("One row per combination of segments among customers and members")
            .columns(
                """
                is_customer BOOLEAN NOT NULL COMMENT 'whether they are in the customer master',
                is_member   BOOLEAN NOT NULL COMMENT 'whether they are in the loyalty table'
                """);
    return new Segments(incident)
        .declareIn(table)
        .columns("people BIGINT NOT NULL COMMENT 'customers and members, affected or not'")
        .key(dimensions(incident).toArray(String[]::new));
  }

  public static Model model(Incident incident) {
    var segments = new Segments(incident);
    Column[] dimensions = dimensions(incident).stream().map(functions::col).toArray(Column[]::new);
    return Model.model(table(incident))
        .from(KnownPeople.table(incident))
        .as(
            known ->
                known
                    .transform(rows -> segments.of(rows, col("is_customer"), col("is_member")))
                    .groupBy(dimensions)
                    .agg(count(lit(1)).as("people")))
        .dependingOn(incident.segments(), incident.referenceDay());
  }

  private static List<String> dimensions(Incident incident) {
    return Stream.concat(FIXED.stream(), new Segments(incident).names().stream()).toList();
  }
}
