package aftermath.testing.wrong.quality;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Only a lakehouse writes. */
public final class Writes {
  private Writes() {}

  public static void out(Dataset<Row> profiles, String path) {
    profiles.write().format("delta").save(path);
  }
}
