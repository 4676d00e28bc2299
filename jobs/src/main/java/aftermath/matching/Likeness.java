package aftermath.matching;

import static aftermath.matching.Agreement.CLOSE;
import static aftermath.matching.Agreement.DIFFERENT;
import static aftermath.matching.Agreement.EXACT;
import static aftermath.matching.Agreement.FAR;
import static aftermath.matching.Agreement.NEAR;
import static aftermath.matching.Agreement.SWAPPED;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What makes two different values of a kind of attribute alike. The cheap questions come first.
 *
 * <p>The usual shares say how often the values of one person agree to each degree. They are where
 * training starts and what it falls back on where a file has too few matches to learn from; they
 * are the rounded middle of what registers of people show, not of any one file.
 */
public enum Likeness {
  NAME(usual(.80, .08, .03, .03, .06, .02)) {
    @Override
    Agreement ofDifferent(char[] one, char[] other) {
      int shorter = Math.min(one.length, other.length);
      if (shorter > 2 && Slips.atMost(1, one, other)) {
        return CLOSE;
      }
      double similarity =
          JaroWinkler.most(one, other) < .7 ? 0 : JaroWinkler.similarity(one, other);
      if (similarity >= .92) {
        return CLOSE;
      }
      if (similarity >= .84 || isShortForm(one, other, shorter)) {
        return NEAR;
      }
      if (ShortForms.areOfOneName(one, other)) {
        return NEAR;
      }
      return similarity >= .7 ? FAR : DIFFERENT;
    }

    /** An initial, a name that the other begins with, or one of several names. */
    private static boolean isShortForm(char[] one, char[] other, int shorter) {
      return shorter != 2 && beginAlike(one, other, shorter)
          || isOneOf(one, other)
          || isOneOf(other, one);
    }

    private static boolean isOneOf(char[] name, char[] names) {
      if (names.length < name.length + 2) {
        return false;
      }
      for (int at = 1; at + name.length <= names.length; at++) {
        boolean isWord =
            names[at - 1] == ' '
                && (at + name.length == names.length || names[at + name.length] == ' ');
        if (isWord && Arrays.equals(name, 0, name.length, names, at, at + name.length)) {
          return true;
        }
      }
      return false;
    }
  },

  TEXT(usual(.76, .08, .03, .03, .10, .01)) {
    @Override
    Agreement ofDifferent(char[] one, char[] other) {
      if (Slips.atMost(1, one, other)) {
        return CLOSE;
      }
      double similarity =
          JaroWinkler.most(one, other) < .74 ? 0 : JaroWinkler.similarity(one, other);
      if (similarity >= .92) {
        return CLOSE;
      }
      if (similarity >= .84 || Slips.atMost(2, one, other)) {
        return NEAR;
      }
      return similarity >= .74 ? FAR : DIFFERENT;
    }
  },

  /** Numbers of people, telephones, houses and the like: digits and letters. */
  IDENTIFIER(usual(.87, .06, .02, 0, .05, 0)) {
    @Override
    Agreement ofDifferent(char[] one, char[] other) {
      if (Slips.atMost(1, one, other)) {
        return CLOSE;
      }
      return Slips.atMost(2, one, other) ? NEAR : DIFFERENT;
    }
  },

  /** Eight digits: year, month, day. */
  DATE(usual(.88, .05, .03, .01, .03, 0)) {
    private static final int DIGITS = 8;

    @Override
    Agreement ofDifferent(char[] one, char[] other) {
      if (Slips.atMost(1, one, other)) {
        return CLOSE;
      }
      if (one.length != DIGITS || other.length != DIGITS) {
        return Slips.atMost(2, one, other) ? FAR : DIFFERENT;
      }
      boolean isSameYear = isSame(one, 0, other, 0, 4);
      boolean isSameMonth = isSame(one, 4, other, 4, 2);
      boolean isSameDay = isSame(one, 6, other, 6, 2);
      boolean areDayAndMonthSwapped =
          isSameYear && isSame(one, 4, other, 6, 2) && isSame(one, 6, other, 4, 2);
      if (areDayAndMonthSwapped
          || (isSameYear ? isSameMonth || isSameDay : isSameMonth && isSameDay)) {
        return NEAR;
      }
      return isSameYear || Slips.atMost(2, one, other) ? FAR : DIFFERENT;
    }

    private static boolean isSame(char[] one, int from, char[] other, int otherFrom, int length) {
      for (int at = 0; at < length; at++) {
        if (one[from + at] != other[otherFrom + at]) {
          return false;
        }
      }
      return true;
    }
  },

  /**
   * An address is alike if it could be the same one, badly typed or with another provider. That it
   * is made of a similar name says nothing that the names do not say already.
   */
  EMAIL(usual(.78, .09, .03, 0, .10, 0)) {
    @Override
    Agreement ofDifferent(char[] one, char[] other) {
      int name = nameLength(one);
      int otherName = nameLength(other);
      if (Slips.atMost(0, one, 0, name, other, 0, otherName) || Slips.atMost(1, one, other)) {
        return CLOSE;
      }
      return Slips.atMost(2, one, other) ? NEAR : DIFFERENT;
    }

    private static int nameLength(char[] address) {
      int at = 0;
      while (at < address.length && address[at] != '@') {
        at++;
      }
      return at;
    }
  },

  /** Words of a vocabulary. Of the short ones, each slip is another word. */
  CODE(usual(.90, .03, 0, 0, .07, 0)) {
    private static final int SHORT = 3;

    @Override
    Agreement ofDifferent(char[] one, char[] other) {
      boolean areLong = Math.min(one.length, other.length) > SHORT;
      return areLong && Slips.atMost(1, one, other) ? CLOSE : DIFFERENT;
    }
  },

  /** Amounts, and whatever else is either the same or not. */
  SAME_OR_NOT(usual(.90, 0, 0, 0, .10, 0)) {
    @Override
    Agreement ofDifferent(char[] one, char[] other) {
      return DIFFERENT;
    }
  };

  private final Map<Agreement, Double> usualShares;

  Likeness(Map<Agreement, Double> usualShares) {
    this.usualShares = usualShares;
  }

  /** How far two values agree that are both there and are not the same. */
  abstract Agreement ofDifferent(char[] one, char[] other);

  /** The grades that this kind knows, besides {@link Agreement#ABSENT}. */
  public Set<Agreement> agreements() {
    return usualShares.keySet();
  }

  /**
   * How often two records of one person usually agree so far, among those that show both values.
   */
  double usualShare(Agreement agreement) {
    return usualShares.getOrDefault(agreement, 0.0);
  }

  private static Map<Agreement, Double> usual(
      double exact, double close, double near, double far, double different, double swapped) {
    var shares = new EnumMap<Agreement, Double>(Agreement.class);
    shares.put(EXACT, exact);
    shares.put(CLOSE, close);
    shares.put(NEAR, near);
    shares.put(FAR, far);
    shares.put(DIFFERENT, different);
    shares.put(SWAPPED, swapped);
    shares.values().removeIf(share -> share == 0);
    return java.util.Collections.unmodifiableMap(shares);
  }

  static boolean beginAlike(char[] one, char[] other, int length) {
    for (int at = 0; at < length; at++) {
      if (one[at] != other[at]) {
        return false;
      }
    }
    return true;
  }
}
