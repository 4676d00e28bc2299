package aftermath.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import aftermath.testing.SparkSessionForTests;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class KeysTest {
  private final SparkSession spark;

  KeysTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void aKeyOfWhichAPartIsAbsentIsAbsent() {
    assertNull(key("'Kim' AS one, CAST(NULL AS STRING) AS other"));
    assertNotNull(key("'Kim' AS one, '' AS other"));
  }

  @Test
  void theOrderOfTheValuesCounts() {
    assertNotEquals(key("'a' AS one, 'b' AS other"), key("'b' AS one, 'a' AS other"));
  }

  @Test
  void equalKeysOfDifferentScopesDiffer() {
    Column key = Keys.keyOf(List.of("one"));

    assertNotEquals(
        value("'a' AS one", Keys.scoped("phone", key)),
        value("'a' AS one", Keys.scoped("e-mail", key)));
    assertEquals(
        value("'a' AS one", Keys.scoped("phone", key)),
        value("'a' AS one", Keys.scoped("phone", key)));
    assertNull(value("CAST(NULL AS STRING) AS one", Keys.scoped("phone", key)));
  }

  private Object key(String row) {
    return value(row, Keys.keyOf(List.of("one", "other")));
  }

  private Object value(String row, Column column) {
    return spark.sql("SELECT " + row).select(column).collectAsList().get(0).get(0);
  }
}
