package aftermath.testing.wrong.quality;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A name that the whole session sees is a hidden output. */
public final class NamesAView {
  private NamesAView() {}

  public static void named(Dataset<Row> profiles) {
    profiles.createOrReplaceTempView("profiles");
  }
}
