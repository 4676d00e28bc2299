package aftermath.incident;

import java.util.List;

/**
 * How records are matched that no exact rule decided: attributes are compared by degrees, and what
 * each degree is worth is learnt from the data.
 *
 * @param weights what agreement was worth to an earlier matching; empty: learnt from the data
 * @param compare attributes that are compared; empty: all that the stolen records show, except
 *     amounts and flags
 * @param swapped pairs of compared attributes whose values may stand in each other's column; empty:
 *     neighbours of one type, names and texts only
 * @param household compared attributes that people of one household often have in common; empty:
 *     all but identifiers, dates and the first name
 * @param block attributes that must be equal for a pair to be looked at, one list per rule; empty:
 *     chosen from the data
 * @param largestBlock rows that may share a key; larger blocks are left out and reported
 * @param reviewAbove records of a person above which somebody should look at them
 * @param sameAt probability from which two records are one person, 0 to 1
 */
public record Matching(
    List<SavedWeight> weights,
    List<String> compare,
    List<List<String>> swapped,
    List<String> household,
    List<List<String>> block,
    int largestBlock,
    int reviewAbove,
    double sameAt) {}
