package aftermath.testing.wrong.identity;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is kept in memory is the session's business. */
public final class Caches {
  private Caches() {}

  public static Dataset<Row> kept(Dataset<Row> people) {
    return people.where("records > 0").cache();
  }
}
