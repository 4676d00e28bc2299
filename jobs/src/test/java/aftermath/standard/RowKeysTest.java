package aftermath.standard;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class RowKeysTest {
  private final RowKeys keys = RowKeys.of(TINY, Role.CUSTOMERS);
  private final SparkSession spark;

  RowKeysTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void aDeclaredKeyIsShownAsDelivered() {
    assertEquals(List.of("c-1"), values(keys.text(), "id | last\nc-1 | Kim"));
  }

  @Test
  void aRowWithoutAKeyIsNamedAfterItsContent() {
    List<Object> texts = values(keys.text(), "id | last\n | Kim\n | Kim\n | Lee");

    assertEquals(texts.get(0), texts.get(1));
    assertNotEquals(texts.get(0), texts.get(2));
    assertTrue(texts.get(0).toString().matches("row-[0-9a-f]{1,16}"), texts::toString);
  }

  @Test
  void rowsWithTheSameDeclaredKeyHaveTheSameKeyAndDifferentContent() {
    String text = "id | last\nC1 | Kim\nC1 | Lee";

    List<Object> hashes = values(keys.key(), text);
    List<Object> contents = values(keys.content(), text);

    assertEquals(hashes.get(0), hashes.get(1));
    assertNotEquals(contents.get(0), contents.get(1));
  }

  @Test
  void neitherTheFileNorTheLineIsPartOfTheContent() {
    List<Object> contents =
        values(keys.content(), "delivery_id | line | id\nd1 | 2 | C1\nd2 | 9 | C1");

    assertEquals(contents.get(0), contents.get(1));
  }

  @Test
  void anAbsentVersionIsTheSmallest() {
    assertEquals(
        List.of("", "2024-01-01"), values(keys.version(), "id | updated\nC1 |\nC1 | 2024-01-01"));
  }

  private List<Object> values(Column column, String text) {
    return Rows.of(spark, BronzeTables.of(TINY, Role.CUSTOMERS), text)
        .select(column)
        .collectAsList()
        .stream()
        .map((Row row) -> row.get(0))
        .toList();
  }
}
