package aftermath.engine;

import java.util.Comparator;
import java.util.List;

/** Whoever answers a query. */
interface Engine {
  Rows answer(String sql) throws Exception;

  /**
   * What it answers.
   *
   * @param columns their names
   * @param rows each value as a text that all engines would write alike
   */
  record Rows(List<String> columns, List<List<String>> rows) {
    /** The same rows in an order that no engine has chosen. */
    Rows inAnyOrder() {
      return new Rows(
          columns, rows.stream().sorted(Comparator.comparing(Object::toString)).toList());
    }
  }
}
