package aftermath.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What regulators call the kinds of data. A file may use further vocabularies by naming a recipient
 * that speaks them.
 */
final class Vocabulary {

  /** A vocabulary without words here is open: its words are taken as they are written. */
  private static final Map<String, List<String>> VOCABULARIES =
      Map.of(
          "oaic",
          List.of(
              "Contact information",
              "Identity information",
              "Financial details",
              "Health information",
              "Tax file numbers",
              "Other sensitive information",
              "Consumer Data Right data",
              "Digital ID information"),
          "edpb",
          List.of(
              "basic",
              "contact",
              "biometric",
              "criminal",
              "political",
              "racial/ethnic",
              "religious",
              "sex life",
              "union",
              "genetic",
              "health",
              "economic & financial",
              "employment health",
              "identification",
              "location",
              "official documents",
              "payment methods",
              "profile data",
              "user credentials",
              "not yet known",
              "additional"),
          "ico",
          List.of(),
          "hhs",
          List.of(),
          "maine",
          List.of(),
          Recipient.STATISTICS,
          List.of());

  /** How the sources of breaches are counted in statistics. */
  private static final List<String> CAUSES =
      List.of("malicious or criminal attack", "human error", "system fault", "other", "unknown");

  private Vocabulary() {}

  static Set<String> names() {
    return new TreeMap<>(VOCABULARIES).keySet();
  }

  /** All words of a vocabulary; absent if it is open or not known here. */
  static Optional<List<String>> words(String vocabulary) {
    return Optional.ofNullable(VOCABULARIES.get(vocabulary)).filter(words -> !words.isEmpty());
  }

  static List<String> causes() {
    return CAUSES;
  }
}
