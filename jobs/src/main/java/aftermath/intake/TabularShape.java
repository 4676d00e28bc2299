package aftermath.intake;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows with one text column for each declared delivered column.
 *
 * @param columns names of the bronze columns; a column's position is its slot
 */
record TabularShape(List<String> columns) implements RowShape {

  @Override
  public StructType schema() {
    StructType schema =
        new StructType().add("delivery_id", "string", false).add("line", "bigint", false);
    for (String column : columns) {
      schema = schema.add(column, "string", true);
    }
    return schema.add(
        "undeclared",
        DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true),
        true);
  }

  /** The schema for rows of which Spark cannot prove that they have an identifier. */
  StructType nullableSchema() {
    return schema().asNullable();
  }

  @Override
  public RowMaker maker(StructType required, String deliveryId) {
    return new Maker(columns, required, deliveryId);
  }

  private static final class Maker extends RowMaker {

    private final int[] ordinalOf;
    private int lineOrdinal = -1;
    private int undeclaredOrdinal = -1;

    Maker(List<String> columns, StructType required, String deliveryId) {
      super(columns.size(), required);
      ordinalOf = new int[columns.size()];
      java.util.Arrays.fill(ordinalOf, -1);
      StructField[] fields = required.fields();
      for (int i = 0; i < fields.length; i++) {
        switch (fields[i].name()) {
          case "delivery_id" -> values[i] = UTF8String.fromString(deliveryId);
          case "line" -> lineOrdinal = i;
          case "undeclared" -> undeclaredOrdinal = i;
          default -> ordinalOf[columns.indexOf(fields[i].name())] = i;
        }
      }
    }

    @Override
    boolean wants(int slot) {
      return ordinalOf[slot] >= 0;
    }

    @Override
    boolean wantsUndeclared() {
      return undeclaredOrdinal >= 0;
    }

    @Override
    String make(long line) {
      for (int slot = 0; slot < cells.length; slot++) {
        if (ordinalOf[slot] >= 0) {
          values[ordinalOf[slot]] = cells[slot];
        }
      }
      if (lineOrdinal >= 0) {
        values[lineOrdinal] = line;
      }
      if (undeclaredOrdinal >= 0) {
        values[undeclaredOrdinal] = undeclared.map();
      }
      return null;
    }
  }
}
