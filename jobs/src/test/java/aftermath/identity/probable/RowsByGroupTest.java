package aftermath.identity.probable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class RowsByGroupTest {

  @Test
  void rowsWithOneNumberComeTogether() {
    assertEquals(List.of(2L, 1L, 3L), sizes(1, 1, 2, 3, 3, 3));
  }

  @Test
  void whatAnAnswerLeavesUnreadIsPassedOver() {
    var rows = new RowsByGroup(rows(1, 1, 1, 2, 2), group -> List.of(group.next()));

    var firsts = new ArrayList<Long>();
    rows.forEachRemaining(row -> firsts.add(row.getLong(0)));
    assertEquals(List.of(1L, 2L), firsts);
  }

  @Test
  void groupsWithoutAnAnswerLeaveNothing() {
    var rows = new RowsByGroup(rows(1, 2), group -> List.of());

    assertFalse(rows.hasNext());
    assertThrows(NoSuchElementException.class, rows::next);
  }

  @Test
  void noRowsAreNoGroups() {
    assertEquals(List.of(), sizes());
  }

  private static List<Long> sizes(long... numbers) {
    var sizes = new ArrayList<Long>();
    new RowsByGroup(rows(numbers), group -> List.of(RowFactory.create(count(group))))
        .forEachRemaining(row -> sizes.add(row.getLong(0)));
    return sizes;
  }

  private static long count(Iterator<Row> rows) {
    long count = 0;
    while (rows.hasNext()) {
      rows.next();
      count++;
    }
    return count;
  }

  private static Iterator<Row> rows(long... numbers) {
    return java.util.Arrays.stream(numbers).boxed().map(n -> (Row) RowFactory.create(n)).iterator();
  }
}
