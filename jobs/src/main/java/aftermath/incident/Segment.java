package aftermath.incident;

import java.util.List;

/**
 * A way of dividing people.
 *
 * @param name lower case with underscores; the column's name in silver and in the cubes
 * @param value a SQL expression over the attributes of a person, {@code <date attribute>_age} (full
 *     years since that date on the incident's reference day), {@code is_customer} and {@code
 *     is_member}; null becomes {@code unknown}
 * @param levels what the parts of the segment are parts of, from fine to coarse
 */
public record Segment(String name, String title, String value, List<Level> levels) {

  /**
   * A coarser way of dividing: states are parts of countries.
   *
   * @param name lower case with underscores
   * @param value a SQL expression over the segment's name alone
   */
  public record Level(String name, String title, String value) {}
}
