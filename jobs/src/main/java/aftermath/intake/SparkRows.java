package aftermath.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Format;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of Parquet files and Delta tables, by Spark's own readers. Such files have a schema, so no
 * single row of them can be broken; every value becomes text, as in all other deliveries.
 */
final class SparkRows {

  private final SourceLayout layout;
  private final TabularShape shape;

  private SparkRows(SourceLayout layout, TabularShape shape) {
    this.layout = layout;
    this.shape = shape;
  }

  static boolean reads(SourceLayout layout) {
    return layout.format() == Format.PARQUET || layout.format() == Format.DELTA;
  }

  /** One dataset for each set of columns, because files of one source may differ. */
  static List<Dataset<Row>> of(
      SparkSession spark, SourceLayout layout, TabularShape shape, List<DeliveredFile> files) {
    SparkRows rows = new SparkRows(layout, shape);
    if (layout.format() == Format.DELTA) {
      return files.stream()
          .map(
              file ->
                  rows.shaped(
                      spark.read().format("delta").load(file.path()),
                      lit(file.deliveryId()),
                      // Delta does not tell a row's place in its file; this is unique at least.
                      monotonically_increasing_id()))
          .toList();
    }
    Map<List<String>, List<DeliveredFile>> alike = new LinkedHashMap<>();
    files.forEach(
        file -> alike.computeIfAbsent(file.columns(), columns -> new ArrayList<>()).add(file));
    return alike.values().stream().map(group -> rows.ofParquet(spark, group)).toList();
  }

  private Dataset<Row> ofParquet(SparkSession spark, List<DeliveredFile> files) {
    Map<String, String> idByPath = new HashMap<>();
    files.forEach(file -> idByPath.put(file.path(), file.deliveryId()));
    UDF1<String, String> deliveryId =
        uri -> idByPath.get(new Path(java.net.URI.create(uri)).toString());
    return shaped(
        spark.read().parquet(files.stream().map(DeliveredFile::path).toArray(String[]::new)),
        udf(deliveryId, DataTypes.StringType).apply(col("_metadata.file_path")),
        col("_metadata.row_index"));
  }

  private Dataset<Row> shaped(Dataset<Row> delivered, Column deliveryId, Column rowsBefore) {
    List<List<Column>> bySlot = new ArrayList<>();
    shape.columns().forEach(column -> bySlot.add(new ArrayList<>()));
    List<Column> undeclared = new ArrayList<>();
    sort(delivered.schema(), "", "", bySlot, undeclared);
    List<Column> columns = new ArrayList<>();
    columns.add(deliveryId.as("delivery_id"));
    columns.add(rowsBefore.plus(1).cast("bigint").as("line"));
    for (int slot = 0; slot < bySlot.size(); slot++) {
      List<Column> found = bySlot.get(slot);
      Column value =
          found.isEmpty()
              ? lit(null).cast("string")
              : coalesce(found.toArray(Column[]::new)).cast("string");
      columns.add(value.as(shape.columns().get(slot)));
    }
    columns.add(mapOf(undeclared).as("undeclared"));
    return delivered.select(columns.toArray(Column[]::new)).to(shape.nullableSchema());
  }

  private void sort(
      StructType type,
      String path,
      String reference,
      List<List<Column>> bySlot,
      List<Column> undeclared) {
    for (StructField field : type.fields()) {
      String name = path + field.name();
      String quoted = reference + "`" + field.name().replace("`", "``") + "`";
      String folded = BronzeColumns.folded(name);
      int slot = layout.slotOf(folded);
      boolean isInner =
          layout.declared().stream().anyMatch(other -> other.startsWith(folded + "."));
      if (slot >= 0) {
        bySlot.get(slot).add(text(col(quoted), field.dataType()));
      } else if (isInner && field.dataType() instanceof StructType inner) {
        sort(inner, name + ".", quoted + ".", bySlot, undeclared);
      } else {
        undeclared.add(lit(name));
        undeclared.add(text(col(quoted), field.dataType()));
      }
    }
  }

  private static Column text(Column value, DataType type) {
    boolean isNested =
        type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
    Column text = isNested ? to_json(value) : value.cast("string");
    return when(text.notEqual(""), text);
  }

  private static Column mapOf(List<Column> namesAndValues) {
    Column none = lit(null).cast("map<string,string>");
    if (namesAndValues.isEmpty()) {
      return none;
    }
    Column present =
        map_filter(map(namesAndValues.toArray(Column[]::new)), (name, value) -> value.isNotNull());
    return when(size(present).gt(0), present).otherwise(none);
  }
}
