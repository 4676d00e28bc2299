package aftermath.matching;

import static aftermath.matching.Agreement.DIFFERENT;
import static aftermath.matching.Agreement.EXACT;

import aftermath.matching.Evidence.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs as the model says they come about: attributes agree independently of each other, with a
 * chance that depends on whether it is one person, two of one household, or strangers. Households
 * share the first three attributes. Candidates agree on one of the first two.
 */
record MadePairs(Evidence evidence, double matches, double households) {
  static final int ATTRIBUTES = 5;
  static final double M = .9;
  static final double H = .7;
  static final double U = .02;

  private static final int SHARED = 3;

  static Comparisons comparisons(boolean haveHouseholds) {
    var comparisons = new ArrayList<Comparison>();
    for (int at = 0; at < ATTRIBUTES; at++) {
      boolean isShared = haveHouseholds && at < SHARED;
      comparisons.add(new Comparison("a" + at, Likeness.SAME_OR_NOT, null, isShared));
    }
    return new Comparisons(comparisons);
  }

  /** The record's numbers are those of the matches and households among the candidates. */
  static MadePairs of(long matches, long households, long strangers) {
    var candidates = new ArrayList<Kind>();
    var random = new ArrayList<Kind>();
    double matchesMet = 0;
    double householdsMet = 0;
    for (int agreeing = 0; agreeing < 1 << ATTRIBUTES; agreeing++) {
      long pattern = 0;
      double match = matches;
      double household = households;
      double chance = 1;
      double rarity = 0;
      double ownRarity = 0;
      for (int at = 0; at < ATTRIBUTES; at++) {
        boolean agrees = (agreeing & 1 << at) != 0;
        pattern = Pattern.with(pattern, at, agrees ? EXACT : DIFFERENT);
        match *= agrees ? M : 1 - M;
        chance *= agrees ? U : 1 - U;
        double shared = at < SHARED ? H : U;
        household *= agrees ? shared : 1 - shared;
        rarity += agrees ? -MatchWeights.log2(U) : 0;
        ownRarity += agrees && at >= SHARED ? -MatchWeights.log2(U) : 0;
      }
      random.add(new Kind(0, pattern, Math.round(1e6 * chance), 0, 0));
      if ((agreeing & 3) != 0) {
        long pairs = Math.round(match + household + strangers * chance);
        candidates.add(new Kind(agreeing & 3, pattern, pairs, rarity, ownRarity));
        matchesMet += match;
        householdsMet += household;
      }
    }
    return new MadePairs(new Evidence(candidates, random, List.of()), matchesMet, householdsMet);
  }
}
