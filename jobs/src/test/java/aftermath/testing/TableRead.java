package aftermath.testing;

import java.util.List;
import java.util.Map;

/**
 * What a reader finds in a table.
 *
 * @param sums of the numeric columns, by name
 */
public record TableRead(List<String> columns, long rows, Map<String, Double> sums) {}
