package aftermath.identity;

import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.incident.SavedWeight;
import aftermath.matching.Agreement;
import aftermath.matching.Comparison;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether saved weights have every degree of agreement of what is compared. One without a weight
 * would say nothing, as if agreement so far meant as much as disagreement.
 */
public final class WeighedDegrees {
  private WeighedDegrees() {}

  /** One sentence per compared attribute that lacks some. */
  public static List<String> mistakes(Incident incident) {
    return incident.linking().matching().stream()
        .filter(matching -> !matching.weights().isEmpty())
        .flatMap(matching -> mistakes(incident, matching))
        .toList();
  }

  private static Stream<String> mistakes(Incident incident, Matching matching) {
    return Compared.of(incident, matching).comparisons().all().stream()
        .map(comparison -> new Lacking(comparison, lacking(comparison, matching)))
        .filter(lacking -> !lacking.degrees().isEmpty())
        .map(Lacking::sentence);
  }

  private static List<String> lacking(Comparison comparison, Matching matching) {
    Set<String> weighed =
        matching.weights().stream()
            .filter(weight -> weight.attribute().equals(comparison.attribute()))
            .map(SavedWeight::agreement)
            .collect(Collectors.toSet());
    return comparison.agreements().stream()
        .sorted()
        .map(WeighedDegrees::word)
        .filter(degree -> !weighed.contains(degree))
        .toList();
  }

  private static String word(Agreement agreement) {
    return agreement.name().toLowerCase(Locale.ROOT);
  }

  private record Lacking(Comparison comparison, List<String> degrees) {
    String sentence() {
      boolean isSwapped = degrees.contains(word(Agreement.SWAPPED));
      return "linking.matching.weights: found no weights for %s of %s%s, expected some for each degree that it is compared by. Save them again with aftermath save-weights, or list under %s."
          .formatted(
              String.join(", ", degrees),
              comparison.attribute(),
              isSwapped ? " (swapped with " + comparison.swapsWith() + ")" : "",
              isSwapped
                  ? "swapped the pairs that the file has weights for"
                  : "compare what is to be compared");
    }
  }
}
