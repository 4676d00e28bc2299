package aftermath.disclosure.release;

import aftermath.disclosure.Cell;
import aftermath.disclosure.CellStatus;
import aftermath.disclosure.Equation;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.release.Rules.Verdict;
import aftermath.disclosure.suppression.Room;
import aftermath.incident.ReleaseTable.Measure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All tables of a release and of all releases before it as one system of linear equations. By how
 * much a number has moved since then is protected like any other count of people.
 */
public final class ReleaseSystem {
  private final Tabulation tabulation;
  private final Rules rules;
  private final List<Cell> cells = new ArrayList<>();
  private final List<CellKey> keys = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<CellKey, Verdict> verdicts = new LinkedHashMap<>();
  private final Map<String, List<ReleasedCell>> exactBefore = new HashMap<>();
  private final Map<String, List<Long>> exactBeyondBefore = new HashMap<>();
  private final BitSet together = new BitSet();
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
    earlier.forEach(this::add);
    tabulation.sums().forEach(this::add);
    tabulation.parts().forEach(this::addUp);
    addRecordsBeyondPeople();
    earlier.forEach(this::addChanges);
    if (!together.isEmpty()) {
      List<KnownNumbers> known = earlier.stream().map(KnownNumbers::of).toList();
      together.forEach(parts -> add(parts, known));
    }
    this.tables = new LinkedTables(cells, equations, this::mayOverlap);
  }

  private boolean mayOverlap(int cell, int other) {
    CellKey one = keys.get(cell);
    CellKey two = keys.get(other);
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
        Equation equation = equations.get(e);
        addIfLeftOut(equation.total(), around);
        IntStream.of(equation.children()).forEach(child -> addIfLeftOut(child, around));
      }
    }
    return around;
  }

  private void addIfLeftOut(int place, Set<CellKey> into) {
    // Those of earlier releases are no longer a matter of choice, and so none of them is primary.
    if (cells.get(place).isPrimary()) {
      into.add(keys.get(place));
    }
  }

  /** The pattern that leaves these cells out, and all that stands in no table. */
  BitSet pattern(Predicate<CellKey> isLeftOut) {
    BitSet pattern = tables.places(cell -> cell.status() == CellStatus.IN_NO_TABLE);
    verdicts.keySet().stream()
        .filter(tabulation::isInATable)
        .filter(isLeftOut)
        .forEach(key -> pattern.set(places.get(key.id())));
    return pattern;
  }

  /** True if a pattern leaves this cell out. */
  public boolean isSuppressed(CellKey key, BitSet pattern) {
    Integer place = places.get(key.id());
    return place != null && pattern.get(place);
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
          Cell cell = met.cell(places.get(key.id()));
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

  private void add(CellKey key, Sum sum) {
    boolean isInATable = tabulation.isInATable(key);
    Verdict verdict = verdict(key, sum, isInATable);
    verdicts.put(key, verdict);
    CellStatus status =
        !isInATable
            ? CellStatus.IN_NO_TABLE
            : verdict.isLeftOut()
                ? CellStatus.PRIMARY
                // A zero that may be shown protects nothing and is never left out.
                : sum.value() == 0 ? CellStatus.PUBLISHED : CellStatus.SUPPRESSIBLE;
    put(
        new Cell(
            key.id(),
            sum.value(),
            sum.contributors(),
            cost(key, sum),
            status,
            verdict.lower(),
            verdict.upper(),
            verdict.known()),
        key);
  }

  /**
   * A count of a million is worth more than one of a hundred, but not so much more. Only how many
   * digits it has counts: whoever knows that the cheapest was left out would else know that no
   * other that would have done was smaller.
   */
  private static double cost(CellKey key, Sum sum) {
    double digits = sum.value() == 0 ? 0 : Math.floor(Math.log10(sum.value()));
    double chance = (key.id().hashCode() & 0xffff) / 65_536.0;
    return Math.pow(10, digits / 2) * (1 + chance / 10);
  }

  private Verdict verdict(CellKey key, Sum sum, boolean isInATable) {
    Verdict verdict = isInATable ? rules.inTable(key, sum) : rules.derived(sum);
    for (ReleasedCell before : exactBefore.getOrDefault(key.id(), List.of())) {
      verdict = verdict.after(before.value(), sum.value(), ofChange(before, sum));
      if (isInATable && before.isPublished()) {
        verdict = verdict.seenToMove(before.value(), sum.value(), rules.few());
      }
    }
    return verdict;
  }

  /** A sum over people changes by few if few people were added, or if it changes by little. */
  private Verdict ofChange(ReleasedCell before, Sum now) {
    long moved = Math.abs(now.value() - before.value());
    long people = Math.abs(now.contributors() - before.contributors());
    return rules.derived(Sum.ofPeople(people == 0 ? moved : Math.min(moved, people)));
  }

  private void addUp(CellKey total, Set<Set<CellKey>> ways) {
    ways.forEach(parts -> addUp(total.id(), ids(parts)));
  }

  private void addUp(String total, List<String> parts) {
    equations.add(
        new Equation(
            total, places.get(total), parts.stream().mapToInt(part -> places.get(part)).toArray()));
  }

  /**
   * Nobody has less than one record: records are people, and those that people have beyond one.
   * These are protected like a count of people, since no more people can have them.
   */
  private void addRecordsBeyondPeople() {
    for (CellKey people : List.copyOf(verdicts.keySet())) {
      CellKey records = people.counting(Measure.RECORDS);
      if (people.measure() == Measure.PEOPLE && verdicts.containsKey(records)) {
        long beyond =
            tabulation.sums().get(records).value() - tabulation.sums().get(people).value();
        putBeyond(beyondPeople(records.id()), beyond, records.id(), people.id());
      }
    }
  }

  private void putBeyond(String id, long beyond, String records, String people) {
    Verdict verdict = rules.derived(Sum.ofPeople(beyond));
    for (long before : exactBeyondBefore.getOrDefault(id, List.of())) {
      long moved = Math.abs(beyond - before);
      verdict =
          verdict
              .after(before, beyond, rules.derived(Sum.ofPeople(moved)))
              .seenToMove(before, beyond, rules.few());
    }
    put(derived(id, beyond, verdict), null);
    addUp(records, List.of(people, id));
  }

  private static String beyondPeople(String records) {
    return "beyond one per person: " + records;
  }

  private void add(EarlierRelease release) {
    Set<String> exact = release.exact();
    for (ReleasedCell cell : release.cells()) {
      boolean isExact = exact.contains(cell.id());
      if (isExact) {
        exactBefore.computeIfAbsent(cell.id(), id -> new ArrayList<>()).add(cell);
      }
      put(
          new Cell(
              idIn(release, cell.id()),
              cell.value(),
              cell.contributors(),
              0,
              isExact ? CellStatus.PUBLISHED : CellStatus.IN_NO_TABLE,
              cell.lower(),
              cell.upper(),
              cell.known()),
          CellKey.parse(cell.id()));
    }
    addRecordsBeyondPeople(release, exact);
    for (ReleasedCell cell : release.cells()) {
      cell.sums()
          .forEach(
              parts ->
                  addUp(
                      idIn(release, cell.id()),
                      parts.stream().map(part -> idIn(release, part)).toList()));
    }
  }

  private void addRecordsBeyondPeople(EarlierRelease release, Set<String> exact) {
    var cellById = new HashMap<String, ReleasedCell>();
    release.cells().forEach(cell -> cellById.put(cell.id(), cell));
    for (ReleasedCell people : release.cells()) {
      CellKey key = CellKey.parse(people.id());
      ReleasedCell records = cellById.get(key.counting(Measure.RECORDS).id());
      if (key.measure() == Measure.PEOPLE && records != null) {
        String id = beyondPeople(records.id());
        long beyond = records.value() - people.value();
        if (exact.contains(people.id()) && exact.contains(records.id())) {
          exactBeyondBefore.computeIfAbsent(id, none -> new ArrayList<>()).add(beyond);
        } else {
          putBeyond(
              idIn(release, id), beyond, idIn(release, records.id()), idIn(release, people.id()));
        }
      }
    }
  }

  /**
   * Also whoever knows which way a number has moved must not learn by how little. Where the earlier
   * number is known exactly, that is asked of the number now, and no change is counted for itself.
   */
  private void addChanges(EarlierRelease release) {
    for (ReleasedCell before : release.cells()) {
      String earlier = idIn(release, before.id());
      boolean isExact = cells.get(places.get(earlier)).status() == CellStatus.PUBLISHED;
      CellKey key = CellKey.parse(before.id());
      Sum now = tabulation.sums().get(key);
      if (now == null || isExact) {
        continue;
      }
      // Who came in between knows that they did, and not that nobody else has: nobody knows a
      // change.
      addChange(release, before.id(), before.value(), now.value(), ofChange(before, now));
    }
    for (CellKey records : verdicts.keySet()) {
      String id = beyondPeople(records.id());
      Integer earlier = places.get(idIn(release, id));
      Integer present = places.get(id);
      if (earlier != null && present != null) {
        long before = (long) cells.get(earlier).value();
        long now = (long) cells.get(present).value();
        addChange(release, id, before, now, rules.derived(Sum.ofPeople(Math.abs(now - before))));
      }
    }
  }

  private void addChange(EarlierRelease release, String id, long before, long now, Verdict asked) {
    String change = "change since release %d: %s".formatted(release.number(), id);
    put(derived(change, Math.abs(now - before), asked), keys.get(places.get(id)));
    if (now >= before) {
      addUp(id, List.of(idIn(release, id), change));
    } else {
      addUp(idIn(release, id), List.of(id, change));
    }
  }

  private void add(LeftOutTogether parts, Collection<KnownNumbers> earlier) {
    long now = parts.now(tabulation.sums());
    Verdict verdict = Verdict.NOTHING;
    for (KnownNumbers known : earlier) {
      Long before = parts.before(known);
      if (before != null) {
        Verdict change = rules.derived(Sum.ofPeople(Math.abs(now - before)));
        verdict = verdict.after(before, now, change);
      }
    }
    together.set(cells.size());
    put(derived(parts.id(), now, verdict), null);
    addUp(
        parts.total().id(),
        Stream.concat(parts.told().stream().map(CellKey::id), Stream.of(parts.id())).toList());
    parts.parts(tabulation).forEach(way -> addUp(parts.id(), ids(way)));
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

  private static List<String> ids(Set<CellKey> keys) {
    return keys.stream().map(CellKey::id).toList();
  }

  private static Cell derived(String id, long value, Verdict verdict) {
    return new Cell(
        id, value, 0, 0, CellStatus.IN_NO_TABLE, verdict.lower(), verdict.upper(), verdict.known());
  }

  private static String idIn(EarlierRelease release, String id) {
    return "release %d: %s".formatted(release.number(), id);
  }

  /**
   * @param key of whom it is a number; null if that is not told by a key
   */
  private void put(Cell cell, CellKey key) {
    places.put(cell.id(), cells.size());
    cells.add(cell);
    keys.add(key);
  }
}
