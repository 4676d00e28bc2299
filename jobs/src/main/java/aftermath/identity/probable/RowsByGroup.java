package aftermath.identity.probable;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/**
 * Works through sorted rows group by group: rows with the same number in their first column belong
 * together. A group is handed out as it is read, so that nobody has to keep a large one.
 */
final class RowsByGroup implements Iterator<Row> {
  private final Iterator<Row> rows;
  private final Function<Iterator<Row>, List<Row>> answer;
  private Row ahead;
  private Iterator<Row> found = List.<Row>of().iterator();

  /**
   * @param answer what becomes of a group; it need not read it to its end
   */
  RowsByGroup(Iterator<Row> rows, Function<Iterator<Row>, List<Row>> answer) {
    this.rows = rows;
    this.answer = answer;
    advance();
  }

  @Override
  public boolean hasNext() {
    while (!found.hasNext() && ahead != null) {
      var group = new Group(ahead.getLong(0));
      found = answer.apply(group).iterator();
      group.forEachRemaining(unread -> {});
    }
    return found.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.next();
  }

  private void advance() {
    ahead = rows.hasNext() ? rows.next() : null;
  }

  private final class Group implements Iterator<Row> {
    private final long number;

    Group(long number) {
      this.number = number;
    }

    @Override
    public boolean hasNext() {
      return ahead != null && ahead.getLong(0) == number;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row row = ahead;
      advance();
      return row;
    }
  }
}
