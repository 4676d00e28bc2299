package aftermath.disclosure.release;

import aftermath.disclosure.Cell;
import aftermath.disclosure.CellStatus;
import aftermath.disclosure.Equation;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.release.Rules.Verdict;
import aftermath.disclosure.suppression.Room;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All tables of a release and of all releases before it as one system of linear equations. By how
 * much a number has moved since then is protected like any other count of people.
 */
public final class ReleaseSystem {
  private final Tabulation tabulation;
  private final Rules rules;
  private final SystemCells cells;
  private final Map<CellKey, Verdict> verdicts;
  private final BitSet together;
  private final LinkedTables tables;

  /**
   * @param earlier every release of this incident that has gone out, withdrawn ones included
   */
  public ReleaseSystem(Tabulation tabulation, Rules rules, Collection<EarlierRelease> earlier) {
    this(tabulation, rules, earlier, List.of());
  }

  /**
   * @param together parts that are protected together: by how much they moved since an earlier
   *     release
   */
  ReleaseSystem(
      Tabulation tabulation,
      Rules rules,
      Collection<EarlierRelease> earlier,
      Collection<LeftOutTogether> together) {
    this.tabulation = tabulation;
    this.rules = rules;
    var assembly = new SystemAssembly(tabulation, rules, earlier, together);
    this.cells = assembly.cells();
    this.verdicts = assembly.verdicts();
    this.together = assembly.together();
    this.tables = cells.tables(this::mayOverlap);
  }

  private boolean mayOverlap(int cell, int other) {
    CellKey one = cells.key(cell);
    CellKey two = cells.key(other);
    return one != null && two != null && tabulation.mayShare(one, two);
  }

  public LinkedTables tables() {
    return tables;
  }

  /** Of the cells of this release alone: how many stand in a table. */
  public int size() {
    return (int) verdicts.keySet().stream().filter(tabulation::isInATable).count();
  }

  /** What the rules say of a cell. */
  Verdict verdict(CellKey key) {
    return verdicts.get(key);
  }

  /** The cells of this release's tables that are left out by a rule, in sums with these places. */
  Set<CellKey> leftOutAround(Collection<Integer> lacking) {
    var around = new LinkedHashSet<CellKey>();
    for (int place : lacking) {
      addIfLeftOut(place, around);
      for (int e : tables.equationsOf(place)) {
        Equation equation = tables.equations().get(e);
        addIfLeftOut(equation.total(), around);
        IntStream.of(equation.children()).forEach(child -> addIfLeftOut(child, around));
      }
    }
    return around;
  }

  private void addIfLeftOut(int place, Set<CellKey> into) {
    // Those of earlier releases are no longer a matter of choice, and so none of them is primary.
    if (tables.cell(place).isPrimary()) {
      into.add(cells.key(place));
    }
  }

  /** The pattern that leaves these cells out, and all that stands in no table. */
  BitSet pattern(Predicate<CellKey> isLeftOut) {
    BitSet pattern = tables.places(cell -> cell.status() == CellStatus.IN_NO_TABLE);
    verdicts.keySet().stream()
        .filter(tabulation::isInATable)
        .filter(isLeftOut)
        .forEach(key -> pattern.set(cells.place(key.id())));
    return pattern;
  }

  /** True if a pattern leaves this cell out. */
  public boolean isSuppressed(CellKey key, BitSet pattern) {
    return cells.has(key.id()) && pattern.get(cells.place(key.id()));
  }

  /**
   * What has to be kept of this release, so that no later one gives it away.
   *
   * @param met the same system with the protection levels that were met
   * @param shown what went out of a cell; null if nothing did
   */
  public List<ReleasedCell> released(
      BitSet pattern, LinkedTables met, Function<CellKey, Long> shown) {
    var released = new ArrayList<ReleasedCell>();
    verdicts.forEach(
        (key, verdict) -> {
          Sum sum = tabulation.sums().get(key);
          boolean isInATable = tabulation.isInATable(key);
          Cell cell = met.cell(cells.place(key.id()));
          released.add(
              new ReleasedCell(
                  key.id(),
                  sum.value(),
                  sum.contributors(),
                  isInATable,
                  isInATable && !isSuppressed(key, pattern),
                  isInATable ? shown.apply(key) : null,
                  verdict.status(),
                  cell.lowerProtection(),
                  cell.upperProtection(),
                  cell.known(),
                  tabulation.parts().getOrDefault(key, Set.of()).stream()
                      .map(parts -> parts.stream().map(CellKey::id).toList())
                      .toList()));
        });
    return released;
  }

  /**
   * The parts left out of one total that together have moved by few since an earlier release, as
   * everybody can tell.
   */
  Set<LeftOutTogether> movedByFewTogether(BitSet pattern, Collection<EarlierRelease> earlier) {
    var present = KnownNumbers.of(new EarlierRelease(0, released(pattern, tables, key -> null)));
    List<LeftOutTogether> all = LeftOutTogether.in(tabulation, present);
    var few = new LinkedHashSet<LeftOutTogether>();
    for (EarlierRelease release : earlier) {
      KnownNumbers known = KnownNumbers.of(release);
      for (LeftOutTogether parts : all) {
        Long before = parts.before(known);
        if (before != null && isFew(parts.now(tabulation.sums()) - before)) {
          few.add(parts);
        }
      }
    }
    return few;
  }

  private boolean isFew(long moved) {
    return moved != 0 && Math.abs(moved) <= rules.few();
  }

  /** Of these places, those of single cells: what is left out together is protected if it can. */
  Set<Integer> single(Collection<Integer> lacking) {
    return lacking.stream()
        .filter(place -> !together.get(place))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The tables with the protection levels that can be met. */
  LinkedTables limited(Room room) {
    var without = new HashMap<Integer, Cell>();
    room.lacking().stream()
        .filter(together::get)
        .forEach(place -> without.put(place, tables.cell(place).protectedBy(0, 0)));
    return room.limited().with(without);
  }
}
