package aftermath.functions;

import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;

/**
 * A function that Spark calls through a public static method {@code invoke} of the subclass. The
 * first argument is the delivered value, which may be null, and so may the result; the others are
 * constants.
 */
abstract class StaticFunction<T> implements ScalarFunction<T> {

  private final String name;
  private final DataType resultType;
  private final DataType[] inputTypes;

  StaticFunction(String name, DataType resultType, DataType... inputTypes) {
    this.name = name;
    this.resultType = resultType;
    this.inputTypes = inputTypes;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String canonicalName() {
    return Functions.CATALOG + "." + name;
  }

  @Override
  public final DataType resultType() {
    return resultType;
  }

  @Override
  public final DataType[] inputTypes() {
    return inputTypes.clone();
  }

  @Override
  public final String toString() {
    return canonicalName();
  }
}
