package aftermath.identity.probable;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.functions.BlockingKeys;
import aftermath.testing.SparkSessionForTests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class CountedKeysTest {
  private static final StructType ROWS =
      new StructType()
          .add("least", DataTypes.LongType, false)
          .add("keys", BlockingKeys.KEYS, false);

  private final SparkSession spark;

  CountedKeysTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void keysThatManyHaveAreListedAndTheSumsAreOfAll() {
    var random = new Random(3);
    Map<Long, Long> expected = new HashMap<>();
    var rows = new ArrayList<Row>();
    for (int row = 0; row < 20_000; row++) {
      var keys = new ArrayList<Long>();
      for (long rule = 0; rule < 3; rule++) {
        long value = (long) (Math.pow(random.nextDouble(), 3) * 9_000);
        keys.add(rule << BlockingKeys.SHIFT | value);
      }
      keys.forEach(key -> expected.merge(key, 1L, Long::sum));
      rows.add(RowFactory.create(50L, keys));
    }
    Collections.shuffle(rows, random);

    Dataset<Row> counted = CountedKeys.of(spark.createDataFrame(rows, ROWS).repartition(3));

    Map<Long, Long> listed = new HashMap<>();
    counted
        .where(col("key").isNotNull())
        .collectAsList()
        .forEach(row -> listed.put(row.getLong(1), row.getLong(2)));
    expected.values().removeIf(count -> count < 50);
    assertEquals(expected, listed);
    List<Row> sums =
        counted.where("key IS NULL").groupBy("rule").sum("looks").orderBy("rule").collectAsList();
    assertEquals(
        List.of(20_000L, 20_000L, 20_000L), sums.stream().map(row -> row.getLong(1)).toList());
  }
}
