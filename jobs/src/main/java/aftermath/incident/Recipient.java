package aftermath.incident;

import java.util.Map;
import java.util.Optional;

/**
 * Who gets an extract.
 *
 * @param vocabulary the name of the regulator's vocabulary, as used in {@link Field#kinds()};
 *     {@code statistics} for tables without a form
 * @param jurisdiction the people this one answers for, if it is told how many they are
 * @param countries the segment or level whose parts are countries, if people are told by country
 * @param answers what its form asks that no table knows, by the form's own words
 */
public record Recipient(
    String name,
    String vocabulary,
    Optional<Part> jurisdiction,
    Optional<String> countries,
    Map<String, String> answers) {

  /** The vocabulary of those who get tables and no form. */
  public static final String STATISTICS = "statistics";

  /**
   * A part of a segment, or of one of its levels.
   *
   * @param dimension name of the segment or level
   */
  public record Part(String dimension, String value) {}
}
