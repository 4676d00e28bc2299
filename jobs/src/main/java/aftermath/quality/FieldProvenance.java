package aftermath.quality;

import static org.apache.spark.sql.functions.col;

import aftermath.incident.Incident;
import aftermath.ops.Ops;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where every field comes from: which delivered columns of which files fed it, and how often. */
public final class FieldProvenance {

  public static final Table TABLE =
      Table.table("gold.field_provenance")
          .comment("One row per field, delivered column and file that fed it")
          .columns(
              """
              role             STRING NOT NULL COMMENT 'bronze table that the file feeds',
              field            STRING          COMMENT 'exposed field; null for customers and members, who expose nothing',
              attribute        STRING NOT NULL COMMENT 'attribute of the incident file that the column feeds',
              delivered_column STRING NOT NULL COMMENT 'spellings of the delivered column',
              file             STRING NOT NULL COMMENT 'delivered file',
              rows             BIGINT NOT NULL COMMENT 'rows of the file that were kept',
              rows_filled      BIGINT NOT NULL COMMENT 'of them: with a value in this column, placeholders included'
              """)
          .key("role", "field", "attribute", "delivered_column", "file");

  private FieldProvenance() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(ColumnProfiles.TABLE, Ops.DELIVERIES)
        .as((profiles, deliveries) -> derive(incident, profiles, deliveries))
        .dependingOn(incident.fields(), incident.sources());
  }

  static Dataset<Row> derive(Incident incident, Dataset<Row> profiles, Dataset<Row> deliveries) {
    Dataset<Row> files = deliveries.where("state = 'taken'").select("role", "delivery_id", "file");
    return profiles
        .where("filled > 0")
        .join(
            DeliveredColumns.of(incident, profiles.sparkSession()).where("attribute IS NOT NULL"),
            new String[] {"role", "column_name"},
            "inner")
        .join(files, new String[] {"role", "delivery_id"}, "inner")
        .select(
            col("role"),
            col("field"),
            col("attribute"),
            col("delivered_column"),
            col("file"),
            col("rows"),
            col("filled").as("rows_filled"));
  }
}
