package aftermath.disclosure;

/**
 * What an attacker can say of a value: that it lies between these two.
 *
 * @param high {@link Double#POSITIVE_INFINITY} if nothing limits it
 */
public record Interval(double low, double high) {
  public static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);

  public double width() {
    return high - low;
  }
}
