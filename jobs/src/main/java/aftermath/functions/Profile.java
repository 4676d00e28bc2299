package aftermath.functions;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.struct;

import aftermath.incident.Detector;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What is in the delivered columns, counted in one pass: {@code filled(struct)} counts the rows
 * that have a value, {@code profile(struct)} also those that each detector recognises. The columns
 * come as one struct, because Spark tells an aggregate the types of its arguments but not their
 * names. A column that is a map of strings, such as the undeclared columns of a delivery, counts
 * per key.
 */
public record Profile(Depth depth) implements UnboundFunction {

  /** How closely values are looked at. */
  public enum Depth {
    /** Only whether there is a value. */
    FILLED,
    /** Also what it looks like. */
    PROFILE
  }

  /** One element for every column or key, in the order of the columns, keys in their own order. */
  static final DataType RESULT =
      DataTypes.createArrayType(
          StructType.fromDDL("column STRING NOT NULL, filled BIGINT NOT NULL")
              .add("hits", DataTypes.createArrayType(DataTypes.LongType, false), false),
          false);

  /** How many rows have a value in each of the columns. */
  public static Column filled(Column... columns) {
    return called(Depth.FILLED, columns);
  }

  /**
   * How many rows have a value in each of the columns, and how many hits of each {@link Detector},
   * by its ordinal.
   */
  public static Column profile(Column... columns) {
    return called(Depth.PROFILE, columns);
  }

  private static Column called(Depth depth, Column... columns) {
    return call_function(
        Functions.CATALOG + "." + depth.name().toLowerCase(Locale.ROOT), struct(columns));
  }

  @Override
  public String name() {
    return depth.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String description() {
    return name() + "(STRUCT of STRING and MAP<STRING, STRING>) -> " + RESULT.sql();
  }

  @Override
  public BoundFunction bind(StructType arguments) {
    if (arguments.size() != 1
        || !(arguments.fields()[0].dataType() instanceof StructType columns)
        || !Arrays.stream(columns.fields()).allMatch(Profile::isProfiled)) {
      throw new UnsupportedOperationException(
          "%s takes one struct whose fields are strings or maps of strings and was given %s"
              .formatted(name(), arguments.simpleString()));
    }
    return new ProfileOfColumns(depth, columns);
  }

  private static boolean isProfiled(StructField column) {
    return column.dataType() instanceof StringType || isMap(column);
  }

  static boolean isMap(StructField column) {
    return column.dataType() instanceof MapType map
        && map.keyType() instanceof StringType
        && map.valueType() instanceof StringType;
  }
}
