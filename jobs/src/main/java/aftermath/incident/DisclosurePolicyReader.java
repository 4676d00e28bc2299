package aftermath.incident;

import aftermath.incident.DisclosurePolicy.Dominance;
import aftermath.incident.DisclosurePolicy.Method;

/** Reads {@code disclosure}. */
final class DisclosurePolicyReader {
  private static final DisclosurePolicy USUAL = DisclosurePolicy.USUAL;
  private static final int A_DAY = 86_400;

  private DisclosurePolicyReader() {}

  static DisclosurePolicy read(Section section, Mistakes mistakes) {
    Method method = section.optional("method").word(Method.class).orElse(USUAL.method());
    return new DisclosurePolicy(
        frequency(section.optional("minimum_frequency"), mistakes),
        section.optional("zeros_are_protected").truth().orElse(USUAL.zerosAreProtected()),
        method,
        base(section, method, mistakes),
        section.optional("dominance").section(DisclosurePolicyReader::dominance),
        section.optional("prior_posterior").share(),
        section.optional("at_most_seconds").wholeNumber(1, A_DAY).orElse(USUAL.atMostSeconds()));
  }

  private static int frequency(Item item, Mistakes mistakes) {
    int frequency = item.wholeNumber(1, Integer.MAX_VALUE).orElse(USUAL.minimumFrequency());
    if (frequency < DisclosurePolicy.LEAST_FREQUENCY) {
      mistakes.add(Mistake.unsafeFrequency(item.place(), frequency));
    }
    return frequency;
  }

  private static int base(Section section, Method method, Mistakes mistakes) {
    if (method != Method.RANDOM_ROUNDING && method != Method.CONTROLLED_ROUNDING) {
      section.inapplicable(
          "rounding_base",
          "the method " + Item.wordOf(method),
          "It belongs to random_rounding and controlled_rounding.");
      return USUAL.roundingBase();
    }
    Item item = section.optional("rounding_base");
    int base = item.wholeNumber(3, 10).orElse(USUAL.roundingBase());
    if (base != 3 && base != 5 && base != 10) {
      mistakes.add(Mistake.noRoundingBase(item.place(), base));
    }
    return base;
  }

  private static Dominance dominance(Section section) {
    return new Dominance(
        section.required("contributors").wholeNumber(1, 2).orElse(1),
        section.required("share").share().orElse(0.5));
  }
}
