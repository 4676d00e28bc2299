package aftermath.incident;

/**
 * What may be shown outside.
 *
 * @param minimumFrequency counts of people below this are not shown
 * @param zerosAreProtected whether a zero is a small count
 * @param roundingBase published counts are multiples of it; 1: exact
 */
public record DisclosurePolicy(int minimumFrequency, boolean zerosAreProtected, int roundingBase) {}
