package aftermath.incident;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What somebody may have meant who wrote a word that is not known. */
final class Suggestion {

  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  /** Below this, words that have little in common are suggested, which confuses more than helps. */
  private static final double LEAST_SIMILARITY = 0.8;

  /** Of short words with swapped letters, the similarity does not think much. */
  private static final double SWAPPED_LETTERS = 0.99;

  private Suggestion() {}

  static Optional<String> among(Collection<String> known, String written) {
    return known.stream()
        .map(word -> new Candidate(word, similarity(word, written)))
        .filter(candidate -> candidate.similarity >= LEAST_SIMILARITY)
        .max(
            Comparator.comparingDouble(Candidate::similarity)
                .thenComparing(Candidate::word, Comparator.reverseOrder()))
        .map(Candidate::word);
  }

  private static double similarity(String word, String written) {
    String one = plain(word);
    String other = plain(written);
    if (one.equals(other)) {
      return 1;
    }
    return sorted(one).equals(sorted(other)) ? SWAPPED_LETTERS : SIMILARITY.apply(one, other);
  }

  private static String sorted(String word) {
    return word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private record Candidate(String word, double similarity) {}
}
