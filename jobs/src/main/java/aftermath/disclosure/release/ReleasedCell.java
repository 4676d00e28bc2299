package aftermath.disclosure.release;

import aftermath.disclosure.Interval;
import java.util.List;

/**
 * A cell of a release as it went out: what a later release must not give away.
 *
 * @param id as in {@link CellKey#id()}
 * @param isInATable whether it stood in a table, published or suppressed
 * @param isPublished whether its value was told
 * @param shown what went out: the value, or what it was rounded to; null if it was left out
 * @param known what its mark told
 * @param lower protection level below
 * @param upper protection level above
 * @param sums the cells that add up to it, as often as there are ways
 */
public record ReleasedCell(
    String id,
    long value,
    long contributors,
    boolean isInATable,
    boolean isPublished,
    Long shown,
    String status,
    double lower,
    double upper,
    Interval known,
    List<List<String>> sums) {}
