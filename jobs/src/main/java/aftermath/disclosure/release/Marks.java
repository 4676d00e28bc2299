package aftermath.disclosure.release;

import java.util.HashSet;
import java.util.Set;

/**
 * What the marks of suppressed cells tell: which are sensitive themselves (A) and which protect
 * others (D), but for cells of which that would tell too much; these are marked alike (C).
 */
final class Marks {
  private final Set<CellKey> alike;
  private final boolean areAllAlike;

  private Marks(Set<CellKey> alike, boolean areAllAlike) {
    this.alike = Set.copyOf(alike);
    this.areAllAlike = areAllAlike;
  }

  static Marks apart() {
    return new Marks(Set.of(), false);
  }

  static Marks alike() {
    return new Marks(Set.of(), true);
  }

  Marks alikeFor(Set<CellKey> more) {
    var all = new HashSet<>(alike);
    all.addAll(more);
    return new Marks(all, areAllAlike);
  }

  boolean tellNothingOf(CellKey key) {
    return areAllAlike || alike.contains(key);
  }
}
