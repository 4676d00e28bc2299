package aftermath.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import aftermath.incident.Field;
import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeColumn;
import aftermath.intake.BronzeColumns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Which delivered column feeds which attribute, and which field shows it, as rows; a column that is
 * only a key or a version feeds none.
 */
final class DeliveredColumns {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "role STRING, column_name STRING, delivered_column STRING, attribute STRING, field STRING");

  private DeliveredColumns() {}

  static Dataset<Row> of(Incident incident, SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (Role role : List.of(Role.IMPACTED_RECORDS, Role.CUSTOMERS, Role.MEMBERS)) {
      for (BronzeColumn column : BronzeColumns.of(incident, role)) {
        for (String attribute : orNone(column.attributes())) {
          for (String field : fieldsOf(incident, role, attribute)) {
            rows.add(
                RowFactory.create(
                    role.tableName(),
                    column.name(),
                    String.join(", ", column.spellings()),
                    attribute,
                    field));
          }
        }
      }
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  /** Only stolen records expose anything; elsewhere an attribute feeds no field. */
  private static List<String> fieldsOf(Incident incident, Role role, String attribute) {
    boolean mayExpose = role == Role.IMPACTED_RECORDS && attribute != null;
    return orNone(
        incident.fields().stream()
            .filter(field -> mayExpose && field.from().contains(attribute))
            .map(Field::name)
            .toList());
  }

  private static List<String> orNone(List<String> names) {
    return names.isEmpty() ? Collections.singletonList(null) : names;
  }

  /** Profiles with the name under which the column was delivered. */
  static Dataset<Row> withDeliveredName(Dataset<Row> profiles, Dataset<Row> columns) {
    return profiles
        .join(
            columns.select("role", "column_name", "delivered_column").distinct(),
            new String[] {"role", "column_name"},
            "left_outer")
        .withColumn("delivered_column", coalesce(col("delivered_column"), col("column_name")));
  }
}
