package aftermath.testing.wrong.notice;

import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A reference to an action is an action. */
public final class AsksInALambda {
  private AsksInALambda() {}

  public static Function<Dataset<Row>, Boolean> question() {
    return Dataset::isEmpty;
  }
}
