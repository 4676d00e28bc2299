package aftermath.incident;

/**
 * The circumstances of the breach as ENISA scores them (Recommendations for a methodology of the
 * assessment of severity of personal data breaches, v1.0, 2013): SE = DPC × EI + CB, where CB is
 * the sum of these four.
 *
 * @param confidentiality 0, 0.25 (known limited recipients) or 0.5 (unknown number, or public)
 * @param integrity 0, 0.25 or 0.5
 * @param availability 0, 0.25 or 0.5
 * @param maliciousIntent 0 or 0.5
 */
public record Severity(
    double confidentiality, double integrity, double availability, double maliciousIntent) {

  /** ENISA's CB. */
  public double circumstances() {
    return confidentiality + integrity + availability + maliciousIntent;
  }
}
