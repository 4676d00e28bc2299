package aftermath.pipeline;

import java.util.List;

/**
 * A table that counts by day. A day that is over should stay as it was told; where a late delivery
 * changes it, that is said.
 *
 * @param day the column with the day
 * @param measures columns that are summed up for each day
 */
public record Daily(Table table, String day, List<String> measures) {

  public static Daily daily(Table table, String day, String... measures) {
    return new Daily(table, day, List.of(measures));
  }
}
