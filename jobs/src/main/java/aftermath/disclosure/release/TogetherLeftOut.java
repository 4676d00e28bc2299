package aftermath.disclosure.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which parts of a whole are few people together, or have moved by few together: a number like any
 * other, which must not follow because the whole and all other parts are told.
 */
final class TogetherLeftOut {
  private final Tabulation tabulation;
  private final Rules rules;
  private final List<Before> before;

  /** What was counted in an earlier release, and what of it everybody has exactly. */
  private record Before(Map<CellKey, Sum> sums, Set<CellKey> exact) {
    static Before of(EarlierRelease release) {
      var sums = new HashMap<CellKey, Sum>();
      release.cells().forEach(cell -> sums.put(CellKey.parse(cell.id()), cell.sum()));
      return new Before(
          sums,
          release.exact().stream().map(CellKey::parse).collect(Collectors.toUnmodifiableSet()));
    }

    long value(CellKey key) {
      return sums.getOrDefault(key, Sum.NONE).value();
    }

    /** A part that was not listed had nobody in it. */
    boolean isExact(CellKey key) {
      return exact.contains(key) || !sums.containsKey(key);
    }

    /** Whether this whole was divided into these parts then. */
    boolean knows(CellKey whole, Set<CellKey> parts) {
      return sums.containsKey(whole) && value(whole) == parts.stream().mapToLong(this::value).sum();
    }
  }

  TogetherLeftOut(Tabulation tabulation, Rules rules, Collection<EarlierRelease> earlier) {
    this.tabulation = tabulation;
    this.rules = rules;
    this.before = earlier.stream().map(Before::of).toList();
  }

  /**
   * Those that follow if no more is left out than a rule asks for. What has not moved is taken to
   * be left out as well: it makes a small change of the others no greater.
   */
  Collection<Together> byRule(Predicate<CellKey> isLeftOut) {
    var few = new LinkedHashMap<String, Together>();
    tabulation
        .parts()
        .forEach(
            (whole, ways) ->
                ways.forEach(
                    parts ->
                        candidates(whole, parts, isLeftOut, this::hasNotMoved)
                            .filter(this::areFew)
                            .forEach(each -> few.put(each.id(), each))));
    return few.values();
  }

  /** Those that follow from what is told. */
  Collection<Together> follow(Predicate<CellKey> isTold) {
    var few = new LinkedHashMap<String, Together>();
    tabulation.parts().entrySet().stream()
        .filter(entry -> isTold.test(entry.getKey()))
        .forEach(
            entry ->
                entry.getValue().stream()
                    .flatMap(parts -> Stream.of(parts, divided(entry.getKey(), parts, isTold)))
                    .flatMap(
                        parts ->
                            candidates(
                                entry.getKey(),
                                parts,
                                isTold.negate(),
                                (then, part) -> !then.isExact(part)))
                    .filter(this::areFewExactly)
                    .forEach(each -> few.put(each.id(), each)));
    return few.values();
  }

  /** What is left out now, and with it what could be of an earlier release. */
  private Stream<Together> candidates(
      CellKey whole,
      Set<CellKey> all,
      Predicate<CellKey> isLeftOut,
      BiPredicate<Before, CellKey> isToo) {
    return Stream.concat(
            Stream.of(only(all, isLeftOut)),
            before.stream()
                .map(then -> only(all, part -> isLeftOut.test(part) || isToo.test(then, part))))
        .filter(parts -> parts.size() > 1 && parts.size() < all.size())
        .map(parts -> Together.of(whole, all, parts));
  }

  private static Set<CellKey> only(Set<CellKey> all, Predicate<CellKey> wanted) {
    return all.stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean hasNotMoved(Before then, CellKey part) {
    return then.value(part) == now(part).value();
  }

  private Sum now(CellKey part) {
    return tabulation.sums().getOrDefault(part, Sum.NONE);
  }

  private boolean areFew(Together parts) {
    boolean isTheWhole = parts.isTheWhole(tabulation.sums());
    return (!isTheWhole && asks(rules.derived(parts.sum(tabulation.sums()))))
        || before.stream()
            .anyMatch(
                then ->
                    !(isTheWhole && parts.isTheWhole(then.sums()))
                        && then.knows(parts.whole(), all(parts))
                        && haveMovedByFew(parts, then));
  }

  /** As far as it follows from the earlier release as well. */
  private boolean areFewExactly(Together parts) {
    return asks(rules.derived(parts.sum(tabulation.sums())))
        || before.stream()
            .filter(then -> then.knows(parts.whole(), all(parts)))
            .filter(
                then ->
                    parts.parts().stream().allMatch(then::isExact)
                        || (then.isExact(parts.whole())
                            && parts.others().stream().allMatch(then::isExact)))
            .anyMatch(then -> haveMovedByFew(parts, then));
  }

  private boolean haveMovedByFew(Together parts, Before then) {
    return asks(rules.ofChange(parts.sum(then.sums()), parts.sum(tabulation.sums())));
  }

  private static Set<CellKey> all(Together parts) {
    var all = new LinkedHashSet<>(parts.parts());
    all.addAll(parts.others());
    return all;
  }

  private static boolean asks(Rules.Verdict verdict) {
    return verdict.lower() > 0 || verdict.upper() > 0;
  }

  /** Where a part is not told, its own parts of the same dimension may be. */
  private Set<CellKey> divided(CellKey whole, Set<CellKey> parts, Predicate<CellKey> isTold) {
    var finest = new LinkedHashSet<CellKey>();
    for (CellKey part : parts) {
      Set<CellKey> own = isTold.test(part) ? Set.of() : ofSameDimension(whole, part);
      finest.addAll(own.isEmpty() ? Set.of(part) : divided(part, own, isTold));
    }
    return finest;
  }

  private Set<CellKey> ofSameDimension(CellKey whole, CellKey part) {
    Set<String> dividedBy = new LinkedHashSet<>(part.conditions().keySet());
    dividedBy.removeAll(whole.conditions().keySet());
    return tabulation.parts().getOrDefault(part, Set.of()).stream()
        .filter(
            own ->
                own.stream().noneMatch(each -> each.conditions().keySet().containsAll(dividedBy)))
        .findFirst()
        .orElse(Set.of());
  }
}
