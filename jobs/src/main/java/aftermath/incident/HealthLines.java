package aftermath.incident;

/**
 * From which rates on a provider acts against somebody who sends mail through it. The usual lines
 * are those of Amazon SES, as its Developer Guide tells them under "Using reputation metrics to
 * track your bounce and complaint rates"; others keep theirs near or to themselves.
 *
 * @param bounce of mails that came back for good, among those sent
 * @param complaint of mails that were complained about, among those delivered
 */
public record HealthLines(Line bounce, Line complaint) {

  public static final HealthLines USUAL =
      new HealthLines(new Line(0.05, 0.1), new Line(0.001, 0.005));

  /**
   * @param review the rate from which on the provider looks into it
   * @param pause the rate from which on it may stop sending
   */
  public record Line(double review, double pause) {}
}
