package aftermath.sample;

import java.util.Map;

/**
 * What was generated; the same stands in {@code summary.json} of the truth.
 *
 * @param files how many files the delivery has
 * @param rows rows of the delivery, without headers
 * @param bytes size of the delivery
 * @param people affected people
 * @param records impacted records that are somebody's
 * @param rowsByFolder rows of the delivery by the folder of their file
 * @param counts everything else by group and name, such as {@code people by field} → {@code email}
 */
public record Summary(
    String profile,
    double scale,
    long seed,
    long files,
    long rows,
    long bytes,
    long people,
    long records,
    Map<String, Long> rowsByFolder,
    Map<String, Map<String, Long>> counts) {

  /** One count, 0 if nothing of the kind was generated. */
  public long count(String group, String name) {
    return counts.getOrDefault(group, Map.of()).getOrDefault(name, 0L);
  }
}
