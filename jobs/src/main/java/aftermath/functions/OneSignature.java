package aftermath.functions;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** A function that is not overloaded: Spark casts the arguments to the declared types. */
record OneSignature(BoundFunction function) implements UnboundFunction {

  @Override
  public BoundFunction bind(StructType arguments) {
    int expected = function.inputTypes().length;
    if (arguments.size() != expected) {
      throw new UnsupportedOperationException(
          "%s takes %d arguments and was given %d: %s"
              .formatted(name(), expected, arguments.size(), description()));
    }
    return function;
  }

  @Override
  public String name() {
    return function.name();
  }

  @Override
  public String description() {
    return Arrays.stream(function.inputTypes())
        .map(DataType::sql)
        .collect(Collectors.joining(", ", name() + "(", ") -> " + function.resultType().sql()));
  }
}
