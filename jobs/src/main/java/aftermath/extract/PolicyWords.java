package aftermath.extract;

import aftermath.incident.DisclosurePolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules of a release, for its readers. */
final class PolicyWords {
  private static final Map<String, String> WORDS = words();

  private PolicyWords() {}

  /**
   * @param marks those that occur; of others nothing need be said
   */
  static List<String> of(DisclosurePolicy policy, Set<String> marks) {
    return switch (policy.method()) {
      case SUPPRESSION -> ofSuppression(policy, marks);
      case RANDOM_ROUNDING ->
          List.of(
              "Every count is rounded for itself to one of the two nearest multiples of %d, at random; totals need not add up."
                  .formatted(policy.roundingBase()));
      case CONTROLLED_ROUNDING ->
          List.of(
              "Counts are rounded to multiples of %d so that totals still add up."
                  .formatted(policy.roundingBase()));
      case CELL_KEYS ->
          List.of(
              "To every count noise of up to 4 is added, the same to the same people wherever they"
                  + " are counted; totals need not add up. Zeros stay.");
      case TEN_FIVE ->
          List.of(
              "Counts of fewer than 10 people are left out; all others are rounded to the nearest"
                  + " multiple of 5.");
    };
  }

  private static List<String> ofSuppression(DisclosurePolicy policy, Set<String> marks) {
    var lines = new ArrayList<String>();
    lines.add(
        "Counts of fewer than %d people are not published.".formatted(policy.minimumFrequency()));
    lines.add(policy.zerosAreProtected() ? "Zeros count as small." : "Zeros are published.");
    policy
        .dominance()
        .ifPresent(
            rule ->
                lines.add(
                    "Sums of which the %s more than %s %% are not published."
                        .formatted(
                            rule.contributors() == 1
                                ? "greatest contribution makes"
                                : "two greatest contributions make",
                            percent(rule.share()))));
    policy
        .priorPosterior()
        .ifPresent(
            share ->
                lines.add(
                    "Sums from which the second greatest contributor could work out the greatest to within %s %% are not published."
                        .formatted(percent(share))));
    lines.add(
        "Further counts are left out so that no small one can be worked out: not from totals, not"
            + " from other tables, not from earlier releases.");
    WORDS.forEach(
        (mark, words) -> {
          if (marks.contains(mark)) {
            lines.add(mark + " marks " + words);
          }
        });
    lines.add("A part that is not listed has nobody in it.");
    return lines;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4f", share * 100).replaceAll("\\.?0+$", "");
  }

  /** What each mark says, in the order in which they are explained. */
  private static Map<String, String> words() {
    var words = new LinkedHashMap<String, String>();
    words.put("A", "a count that is small itself.");
    words.put(
        "D",
        "a count that is left out to protect others, or how numbers have changed since an earlier"
            + " release.");
    words.put("O", "a sum of which one contribution makes up too much.");
    words.put("T", "a sum of which two contributions make up too much.");
    words.put("M", "a sum that tells the greatest contribution too closely.");
    words.put(
        "C",
        "a count that is left out, whether it is small or protects others: more would tell too"
            + " much.");
    return words;
  }
}
