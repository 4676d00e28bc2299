package aftermath.incident;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What somebody may have meant who wrote a word that is not known. */
final class Suggestion {

  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  /** Below this, words that have little in common are suggested, which confuses more than helps. */
  private static final double LEAST_SIMILARITY = 0.8;

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
    return SIMILARITY.apply(plain(word), plain(written));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private record Candidate(String word, double similarity) {}
}
