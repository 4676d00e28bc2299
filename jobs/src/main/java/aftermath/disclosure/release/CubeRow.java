package aftermath.disclosure.release;

import aftermath.incident.ReleaseTable.Measure;
import java.util.List;
import java.util.Map;

/**
 * A row of a cube, summed up over what a table is not divided by.
 *
 * @param paths for each dimension of the table but fields, in its order: the part and what that is
 *     a part of, from fine to coarse
 * @param mask the exposed fields, as bits; 0 if the table is not divided by them
 */
public record CubeRow(List<List<String>> paths, long mask, Map<Measure, Sum> sums) {}
