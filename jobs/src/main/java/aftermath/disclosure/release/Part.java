package aftermath.disclosure.release;

/**
 * A part of a dimension, at one of its levels.
 *
 * @param level name of the dimension or of one of its levels; empty for all of it
 */
public record Part(String level, String code) {
  /** The whole dimension; SDMX calls it so. */
  public static final String TOTAL = "_T";

  public static final Part ALL = new Part("", TOTAL);

  public boolean isAll() {
    return level.isEmpty();
  }
}
