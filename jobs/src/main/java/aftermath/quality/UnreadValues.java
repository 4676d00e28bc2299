package aftermath.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import aftermath.identity.ImpactedRecords;
import aftermath.incident.Attribute;
import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import aftermath.standard.StandardAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Values that are there and that nobody could read. They count as not exposed, so many of them mean
 * that a format is described wrongly, and that fields look safe that are not.
 */
public final class UnreadValues {

  public static final Table TABLE =
      Table.table("gold.unread_values")
          .comment("One row per attribute of the stolen records: how many of its values were read")
          .columns(
              """
              attribute      STRING NOT NULL COMMENT 'attribute of the incident file',
              type           STRING NOT NULL COMMENT 'its type',
              records_read   BIGINT NOT NULL COMMENT 'stolen records with a value that could be read',
              records_unread BIGINT NOT NULL COMMENT 'stolen records with values of which none could be read and one is no placeholder; they count as absent',
              share_unread   DOUBLE          COMMENT 'records_unread of both, 0 to 1; null if there are none'
              """)
          .key("attribute");

  private UnreadValues() {}

  public static Model model(Incident incident) {
    List<Attribute> attributes =
        new StandardAttributes(incident, Role.IMPACTED_RECORDS).attributes();
    return Model.model(TABLE)
        .from(ImpactedRecords.table(incident))
        .as(records -> derive(attributes, records))
        .dependingOn(attributes);
  }

  static Dataset<Row> derive(List<Attribute> attributes, Dataset<Row> records) {
    var counts = new ArrayList<Column>();
    var rows = new ArrayList<Column>();
    for (int at = 0; at < attributes.size(); at++) {
      Attribute attribute = attributes.get(at);
      counts.add(count(col(attribute.name())).as("read_" + at));
      counts.add(count_if(array_contains(col("unread"), attribute.name())).as("unread_" + at));
      rows.add(
          struct(
              lit(attribute.name()).as("attribute"),
              lit(attribute.type().name().toLowerCase(Locale.ROOT)).as("type"),
              col("read_" + at).as("records_read"),
              col("unread_" + at).as("records_unread")));
    }
    return records
        .agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
        .select(explode(array(rows.toArray(Column[]::new))).as("of"))
        .select("of.*")
        .withColumn(
            "share_unread",
            expr("records_unread / nullif(records_read + records_unread, 0L)").cast("double"));
  }
}
