package aftermath.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static final StructType COLUMNS =
      StructType.fromDDL("person BIGINT, records BIGINT, text STRING");

  @Test
  void amountsHaveTheirThousandsSeparatedAndNamesDoNot() {
    String text = table(false, RowFactory.create(123456L, 7890L, "a"));

    assertTrue(text.contains("123456 "), text);
    assertTrue(text.contains("7,890 "), text);
  }

  @Test
  void aValueThatWouldSteerTheTerminalIsShownAsItsEscape() {
    String text = table(false, RowFactory.create(1L, 1L, "a\u001b[2Jb\nc\u202ed"));

    assertTrue(text.contains("a\\u001b[2Jb\\u000ac\\u202ed"), text);
    assertEquals(3, text.lines().count());
    assertFalse(text.contains("\u001b"));
  }

  @Test
  void aLongValueIsCutUnlessItIsAskedForInFull() {
    String value = "x".repeat(100);

    assertFalse(table(false, RowFactory.create(1L, 1L, value)).contains(value));
    assertTrue(table(true, RowFactory.create(1L, 1L, value)).contains(value));
  }

  private static String table(boolean isWide, Row row) {
    return new TextTable(isWide, List.of("person")).of(COLUMNS, List.of(row));
  }
}
