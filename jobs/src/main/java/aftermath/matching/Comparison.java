package aftermath.matching;

import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One attribute that two records are compared on.
 *
 * @param swapsWith an attribute whose values are known to end up in this one's column and the other
 *     way round; it comes earlier in the list of comparisons; null if there is none
 * @param isShared whether people of one household often have it in common
 */
public record Comparison(String attribute, Likeness likeness, String swapsWith, boolean isShared)
    implements Serializable {

  /** The grades that this comparison can give, besides {@link Agreement#ABSENT}. */
  public Set<Agreement> agreements() {
    return likeness.agreements().stream()
        .filter(agreement -> agreement != Agreement.SWAPPED || swapsWith != null)
        .collect(Collectors.toUnmodifiableSet());
  }
}
