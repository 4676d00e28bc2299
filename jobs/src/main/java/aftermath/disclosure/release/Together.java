package aftermath.disclosure.release;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several parts of a whole, counted together: whoever takes the other parts from the whole has that
 * number, though none of its parts.
 *
 * @param others all other parts of the whole
 */
record Together(CellKey whole, Set<CellKey> parts, Set<CellKey> others) {

  static Together of(CellKey whole, Set<CellKey> all, Set<CellKey> parts) {
    var others = new LinkedHashSet<>(all);
    others.removeAll(parts);
    return new Together(whole, parts, others);
  }

  /** The same parts are the same number, whatever whole they are parts of. */
  String id() {
    return parts.stream().map(CellKey::id).sorted().collect(Collectors.joining(" and ", "", ""));
  }

  Sum sum(Map<CellKey, Sum> sums) {
    return sum(parts, sums);
  }

  /** True if nobody is in the other parts: then the whole is the same number. */
  boolean isTheWhole(Map<CellKey, Sum> sums) {
    return sum(others, sums).value() == 0;
  }

  private static Sum sum(Set<CellKey> keys, Map<CellKey, Sum> sums) {
    return keys.stream().map(key -> sums.getOrDefault(key, Sum.NONE)).reduce(Sum.NONE, Sum::plus);
  }
}
