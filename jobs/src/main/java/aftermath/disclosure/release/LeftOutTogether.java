package aftermath.disclosure.release;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a total that are left out, taken together: what is told of the total less what is
 * told of its other parts.
 *
 * @param total whose number everybody has
 * @param told the parts whose numbers everybody has
 */
record LeftOutTogether(CellKey total, Set<CellKey> told) {

  /** All of a release, where several parts of one total are left out and others are told. */
  static List<LeftOutTogether> in(Tabulation tabulation, KnownNumbers present) {
    var all = new LinkedHashSet<LeftOutTogether>();
    tabulation
        .parts()
        .forEach(
            (total, ways) -> {
              if (present.has(total)) {
                ways.forEach(parts -> addIfSeveral(total, parts, present, all));
              }
            });
    return List.copyOf(all);
  }

  private static void addIfSeveral(
      CellKey total, Set<CellKey> parts, KnownNumbers present, Set<LeftOutTogether> into) {
    Set<CellKey> told =
        parts.stream().filter(present::has).collect(Collectors.toCollection(LinkedHashSet::new));
    if (!told.isEmpty() && parts.size() - told.size() > 1) {
      into.add(new LeftOutTogether(total, told));
    }
  }

  /** As errors call it. */
  String id() {
    return told.stream()
        .map(CellKey::id)
        .collect(Collectors.joining(" and ", total.id() + " without ", ""));
  }

  long now(Map<CellKey, Sum> sums) {
    return sums.get(total).value() - told.stream().mapToLong(part -> sums.get(part).value()).sum();
  }

  /** What it came to in an earlier release; null if nobody can tell. */
  Long before(KnownNumbers earlier) {
    Long before = earlier.values().get(total.id());
    for (CellKey part : told) {
      Long value = earlier.valueOf(part);
      if (before == null || value == null) {
        return null;
      }
      before -= value;
    }
    return before;
  }

  /** The parts that are meant, as often as there are ways to add up to the total. */
  List<Set<CellKey>> parts(Tabulation tabulation) {
    return tabulation.parts().get(total).stream()
        .filter(parts -> parts.containsAll(told))
        .map(this::leftOut)
        .toList();
  }

  private Set<CellKey> leftOut(Set<CellKey> parts) {
    var rest = new LinkedHashSet<>(parts);
    rest.removeAll(told);
    return rest;
  }
}
