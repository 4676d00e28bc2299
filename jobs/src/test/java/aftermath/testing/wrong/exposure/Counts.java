package aftermath.testing.wrong.exposure;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A derivation that counts runs a job of its own. */
public final class Counts {
  private Counts() {}

  public static long rows(Dataset<Row> people) {
    return people.count();
  }
}
