package aftermath.present.dashboard;

import java.util.List;
import java.util.Map;

/**
 * What the dashboard answers to one question.
 *
 * @param sentence the answer in words
 * @param figures what is looked at first; may be none
 * @param data what the charts are drawn from, by name
 */
record Answer(String sentence, List<KeyFigure> figures, Map<String, Object> data) {

  /**
   * A number that stands alone.
   *
   * @param label what it counts
   * @param value as people read it
   * @param note what belongs to it: a range, a change
   * @param standing {@code good}, {@code warn}, {@code bad} or empty
   * @param column that defines it, as {@code gold.table.column}
   */
  record KeyFigure(String label, String value, String note, String standing, String column) {}
}
