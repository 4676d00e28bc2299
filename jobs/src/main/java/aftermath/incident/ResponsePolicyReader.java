package aftermath.incident;

/** Reads {@code responses}. */
final class ResponsePolicyReader {

  /** The 20 seconds of the usual 80/20; most contact centres leave out who gives up within 5. */
  static final ResponsePolicy USUAL = new ResponsePolicy(20, 5);

  private static final int A_DAY = 86_400;

  private ResponsePolicyReader() {}

  static ResponsePolicy read(Section section) {
    return new ResponsePolicy(
        section
            .optional("answered_within_seconds")
            .wholeNumber(1, A_DAY)
            .orElse(USUAL.answeredWithinSeconds()),
        section
            .optional("short_abandon_seconds")
            .wholeNumber(0, A_DAY)
            .orElse(USUAL.shortAbandonSeconds()));
  }
}
