package aftermath.functions;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.testing.SparkSessionForTests;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class FunctionsTest {

  @Test
  void areCalledFromJava(SparkSession spark) {
    Dataset<Row> phones =
        spark
            .createDataset(List.of("0412 345 678", "-"), Encoders.STRING())
            .select(Standard.phone(col("value"), "AU").as("phone"))
            .where("phone is not null");

    assertEquals("+61412345678", phones.as(Encoders.STRING()).first());
  }

  @Test
  void areCalledFromSql(SparkSession spark) {
    assertEquals(
        "+61412345678",
        spark.sql("SELECT aftermath.phone('0412 345 678', 'AU', '')").first().getString(0));
  }
}
