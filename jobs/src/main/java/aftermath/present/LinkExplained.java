package aftermath.present;

import aftermath.identity.LinkDecisions;
import aftermath.identity.LinkState;
import aftermath.incident.LinkRule;
import aftermath.matching.Agreement;
import aftermath.matching.MatchWeights;
import aftermath.matching.Waterfall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why two records are one person or not, as a text to read: values masked, weights in bits. */
public final class LinkExplained {
  private static final String BY_RULES = "%-18s %-26s %-26s %s%n";
  private static final String LINE = "%-18s %-26s %-26s %-10s %8s %8s%n";

  private LinkExplained() {}

  /**
   * One of the two.
   *
   * @param id as it was asked for
   * @param person number of the person it belongs to
   * @param state of the link, or {@link #KNOWN}
   * @param rule the exact rule that decided, if one did
   */
  public record Side(String id, long person, String state, String rule) {
    /** The state of somebody in the customer master or the loyalty table. */
    public static final String KNOWN = "known person";

    private static final Set<String> TO_KNOWN =
        Set.of(LinkState.LINKED.word(), LinkState.MATCHED.word(), LinkState.ATTACHED.word());

    public boolean isKnown() {
      return state.equals(KNOWN);
    }

    /** Whether it is a record of somebody known, and of nobody else. */
    boolean leadsToKnown() {
      return TO_KNOWN.contains(state);
    }
  }

  /**
   * What matching makes of the two.
   *
   * @param one values of the first by comparison, null where absent
   * @param other values of the second
   * @param rules names of the blocking rules under which the two meet
   * @param sameAt probability from which two records are one person
   * @param decision of a clerk: same or different
   */
  public record Evidence(
      List<String> one,
      List<String> other,
      Waterfall waterfall,
      List<String> rules,
      double sameAt,
      Optional<String> decision) {}

  /**
   * What exact rules ask of the two.
   *
   * @param attributes that any of the rules asks for
   * @param one values of the first by attribute, null where absent
   * @param other values of the second
   */
  public record ByRules(
      List<String> attributes, List<String> one, List<String> other, List<LinkRule> rules) {

    private boolean isSame(String attribute) {
      String value = one.get(attributes.indexOf(attribute));
      return value != null && value.equals(other.get(attributes.indexOf(attribute)));
    }

    private String word(int at) {
      boolean isThere = one.get(at) != null && other.get(at) != null;
      return isThere ? isSame(attributes.get(at)) ? "same" : "different" : "absent";
    }

    private String missed(LinkRule rule) {
      return rule.same().stream()
          .filter(attribute -> !isSame(attribute))
          .collect(Collectors.joining(" and "));
    }
  }

  /** Of an incident that links by exact rules alone. */
  public static String byRules(Side one, Side other, ByRules asked) {
    var text = new StringBuilder(verdict(one, other));
    text.append(String.format("%n" + BY_RULES, "", "the first", "the second", ""));
    for (int at = 0; at < asked.attributes().size(); at++) {
      text.append(
          String.format(
              BY_RULES,
              asked.attributes().get(at),
              Masked.of(asked.one().get(at)),
              Masked.of(asked.other().get(at)),
              asked.word(at)));
    }
    text.append(String.format("%n"));
    for (LinkRule rule : asked.rules()) {
      String missed = asked.missed(rule);
      text.append(
          missed.isEmpty()
              ? String.format("The rule “%s” holds for the two.%n", rule.name())
              : String.format("The rule “%s” does not: %s.%n", rule.name(), missed));
    }
    return text
        + how("The first", one)
        + how("The second", other)
        + whose(one, other)
        + String.format(
            "This incident links by exact rules alone. Records are also one person if each is tied"
                + " to the same known person, or to a third record; see linking in its file.%n");
  }

  /** Of an incident that matches by probability. */
  public static String byProbability(Side one, Side other, Evidence evidence) {
    Waterfall waterfall = evidence.waterfall();
    var text = new StringBuilder(verdict(one, other));
    ClerksWord.of(one, other, evidence.decision())
        .ifPresent(said -> text.append(String.format("%s%n", said)));
    text.append(
        String.format("%n" + LINE, "", "the first", "the second", "agreement", "bits", "sum"));
    double sum = waterfall.priors().overStrangers();
    text.append(String.format(LINE, "before comparing", "", "", "", bits(sum), bits(sum)));
    for (int at = 0; at < waterfall.steps().size(); at++) {
      Waterfall.Step step = waterfall.steps().get(at);
      sum += step.bits();
      text.append(
          String.format(
              LINE,
              step.attribute(),
              Masked.of(evidence.one().get(at)),
              Masked.of(evidence.other().get(at)),
              word(step.agreement()),
              step.agreement() == Agreement.ABSENT ? "" : bits(step.bits()),
              bits(sum)));
    }
    if (waterfall.haveHouseholds()) {
      text.append(
          String.format(
              "Against two people of one household: %s bits.%n", bits(waterfall.overHouseholds())));
    }
    double weight = waterfall.weight();
    text.append(
        String.format(
            Locale.ROOT,
            "%nMatch weight %s bits: a probability of %.4f that they are one person; joined from %.4f.%n",
            bits(weight),
            MatchWeights.probability(weight),
            evidence.sameAt()));
    if (evidence.decision().isPresent()) {
      text.append(String.format("That did not count: a clerk decided.%n"));
    }
    text.append(
        evidence.rules().isEmpty()
            ? String.format("They were never compared: they meet under no blocking rule.%n")
            : WrappedList.of("They meet under:", evidence.rules()));
    return text + how("The first", one) + how("The second", other) + whose(one, other);
  }

  private static String verdict(Side one, Side other) {
    return String.format(
        one.person() == other.person()
            ? "They are taken for one person.%n"
            : "They are taken for two people.%n");
  }

  private static String how(String which, Side side) {
    if (side.rule() == null) {
      return String.format("%s: %s.%n", which, side.state());
    }
    return side.rule().equals(LinkDecisions.CLERK)
        ? String.format("%s: %s by the decision of a clerk.%n", which, side.state())
        : String.format("%s: %s by the rule “%s”.%n", which, side.state(), side.rule());
  }

  /** Two records that each lead to somebody known need not lead to the same one. */
  private static String whose(Side one, Side other) {
    if (!one.leadsToKnown() || !other.leadsToKnown()) {
      return "";
    }
    return String.format(
        one.person() == other.person()
            ? "Both lead to the same known person.%n"
            : "They lead to two different known people.%n");
  }

  private static String word(Agreement agreement) {
    return agreement.name().toLowerCase(Locale.ROOT);
  }

  private static String bits(double bits) {
    return String.format(Locale.ROOT, "%+.2f", bits);
  }
}
