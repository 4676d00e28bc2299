package aftermath.check;

/**
 * One thing that was looked at.
 *
 * @param subject what it is about, for example {@code warehouse}
 * @param sentence what was found, and what to do about it
 */
public record Finding(Standing standing, String subject, String sentence) {

  static Finding ok(String subject, String sentence) {
    return new Finding(Standing.OK, subject, sentence);
  }

  static Finding warning(String subject, String sentence) {
    return new Finding(Standing.WARNING, subject, sentence);
  }

  static Finding missing(String subject, String sentence) {
    return new Finding(Standing.MISSING, subject, sentence);
  }
}
