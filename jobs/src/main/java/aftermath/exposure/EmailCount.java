package aftermath.exposure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.identity.ImpactedRecords;
import aftermath.incident.AttributeType;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** How many different e-mail addresses the stolen records show, whichever attribute holds them. */
public final class EmailCount {

  public static final Table TABLE =
      Table.table("gold.email_count")
          .comment("One row: how many different e-mail addresses the stolen records show")
          .columns("emails BIGINT NOT NULL COMMENT 'different addresses in standard form'");

  private EmailCount() {}

  public static Model model(Incident incident) {
    Column addresses = array(hashes(incident));
    return Model.model(TABLE)
        .from(ImpactedRecords.table(incident))
        .as(
            impacted ->
                impacted
                    .select(explode(addresses).as("address"))
                    .where("address IS NOT NULL")
                    .distinct()
                    .agg(count(lit(1)).as("emails")))
        .dependingOn(incident.attributes());
  }

  private static Column[] hashes(Incident incident) {
    Stream<Column> none = Stream.of(lit(null).cast("bigint"));
    Stream<Column> some =
        ImpactedRecords.table(incident).columnNames().stream()
            .filter(incident.attributes()::containsKey)
            .filter(name -> incident.attributes().get(name).type() == AttributeType.EMAIL)
            .map(name -> when(col(name).isNotNull(), xxhash64(col(name))));
    return Stream.concat(none, some).toArray(Column[]::new);
  }
}
