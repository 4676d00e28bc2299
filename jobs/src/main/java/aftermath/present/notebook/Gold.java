package aftermath.present.notebook;

import aftermath.lakehouse.Sessions;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What the cells of a notebook say: a query over gold and ops tables, and how its answer is shown.
 * The tables are those of the warehouse that the notebook was started for.
 */
public final class Gold {
  private static final int MOST_ROWS = 1_000;

  private Gold() {}

  /** The answer as a table. */
  public static Shown table(String sql) {
    return new Shown(HtmlTable.of(answer(sql)));
  }

  /**
   * The answer as horizontal bars. Words name a bar, each column of numbers is a part of it; bars
   * with several parts are stacked.
   */
  public static Shown bars(String title, String sql) {
    return new Shown(BarChart.of(title, answer(sql)));
  }

  /** The answer as lines over time: the first column is a day or a moment, the others are lines. */
  public static Shown lines(String title, String sql) {
    return new Shown(LineChart.of(title, answer(sql)));
  }

  private static Answer answer(String sql) {
    String placed = TablesInSql.placed(sql, Gold::place);
    return Answer.of(rows(placed), MOST_ROWS);
  }

  /** Spark's analyser throws a checked exception that its signatures do not declare. */
  private static Dataset<Row> rows(String sql) {
    try {
      return Opened.SESSION.sql(sql);
    } catch (Exception e) {
      throw NotebookMistake.cannotBeAsked(e);
    }
  }

  private static String place(String table) {
    return "delta.`%s/%s`".formatted(Surroundings.warehouse(), table.replace('.', '/'));
  }

  /** The session is opened by the first query, and all notebooks of a kernel share it. */
  private static final class Opened {
    static final SparkSession SESSION = session();

    private static SparkSession session() {
      // The kernel logs the finest of everything, and Spark's compiler fails while it is logged.
      Logger.getLogger("").setLevel(Level.WARNING);
      return Sessions.open(Surroundings.master(), Sessions.FOR_LITTLE_DATA);
    }
  }
}
