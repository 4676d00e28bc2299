package aftermath.intake;

import io.delta.tables.DeltaTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Delta tables as deliveries: one version of a table is one delivery. Its hash is of the table's id
 * and version, because a version never changes, while reading all of its bytes tells nothing more.
 */
final class DeltaDeliveries {

  private DeltaDeliveries() {}

  static DeliveredFile of(SparkSession spark, SourceLayout layout, Path folder) {
    try {
      DeltaTable table = DeltaTable.forPath(spark, folder.toString());
      Row detail = table.detail().select("id", "lastModified", "sizeInBytes").head();
      long version = table.history(1).select("version").head().getLong(0);
      // Delta reads the version that a path names in this way.
      String path = folder + "@v" + version;
      List<String> columns = new ArrayList<>();
      addPaths(spark.read().format("delta").load(path).schema(), "", columns);
      List<String> warnings = new ArrayList<>();
      String problem = ColumnCheck.problem(path, columns, layout, warnings);
      String hash =
          HexFormat.of()
              .formatHex(
                  HashingInput.sha256()
                      .digest(
                          (detail.getString(0) + "@" + version).getBytes(StandardCharsets.UTF_8)));
      return new DeliveredFile(
          layout.source(),
          path,
          detail.getLong(2),
          detail.getTimestamp(1).toInstant(),
          hash,
          hash.substring(0, 16),
          problem.isEmpty() ? Standing.NEW : Standing.UNUSABLE,
          Compression.NONE,
          "",
          problem.isEmpty() ? List.of(Split.WHOLE) : List.of(),
          columns,
          spark.read().format("delta").load(path).count(),
          warnings,
          problem.isEmpty() ? List.of() : List.of(problem));
    } catch (Exception e) {
      return unreadable(layout, folder);
    }
  }

  private static DeliveredFile unreadable(SourceLayout layout, Path folder) {
    return new DeliveredFile(
        layout.source(),
        folder.toString(),
        0,
        Instant.EPOCH,
        "",
        "",
        Standing.UNUSABLE,
        Compression.NONE,
        "",
        List.of(),
        List.of(),
        -1,
        List.of(),
        List.of(IntakeProblems.brokenDelta(folder.toString())));
  }

  private static void addPaths(StructType type, String prefix, List<String> columns) {
    for (StructField field : type.fields()) {
      if (field.dataType() instanceof StructType inner) {
        addPaths(inner, prefix + field.name() + ".", columns);
      }
      columns.add(prefix + field.name());
    }
  }
}
