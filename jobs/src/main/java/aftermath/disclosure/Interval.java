package aftermath.disclosure;

/**
 * What an attacker can say of a value: that it lies between these two.
 *
 * @param high {@link Double#POSITIVE_INFINITY} if nothing limits it
 */
public record Interval(double low, double high) {}
