package aftermath.incident;

/**
 * What one degree of agreement was worth to an earlier matching.
 *
 * @param agreement word of the degree, such as exact or close
 * @param m share of the pairs of one person that agree so
 * @param u share of the pairs of strangers that agree so
 * @param h share of the pairs of two people of one household that agree so; u where households were
 *     not told apart
 */
public record SavedWeight(String attribute, String agreement, double m, double u, double h) {}
