package aftermath.disclosure.release;

import aftermath.disclosure.Cell;
import aftermath.disclosure.CellStatus;
import aftermath.disclosure.release.Rules.Verdict;
import aftermath.incident.ReleaseTable.Measure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts a release and all before it together: their cells, what each adds up to, what goes beyond
 * one record per person, and by how much numbers have moved.
 */
final class SystemAssembly {
  private final Tabulation tabulation;
  private final Rules rules;
  private final SystemCells cells = new SystemCells();
  private final Map<CellKey, Verdict> verdicts = new LinkedHashMap<>();
  private final Map<String, List<ReleasedCell>> exactBefore = new HashMap<>();
  private final Map<String, List<Long>> exactBeyondBefore = new HashMap<>();
  private final BitSet together = new BitSet();

  SystemAssembly(
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
  }

  SystemCells cells() {
    return cells;
  }

  /** What the rules say of each cell of this release. */
  Map<CellKey, Verdict> verdicts() {
    return verdicts;
  }

  /** The places of what is left out together. */
  BitSet together() {
    return together;
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
    cells.put(
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
    ways.forEach(parts -> cells.addUp(total.id(), ids(parts)));
  }

  /**
   * Nobody has less than one record: records are people, and those that people have beyond one.
   * These are protected like a count of people, since no more people can have them.
   */
  private void addRecordsBeyondPeople() {
    for (CellKey people : verdicts.keySet()) {
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
    cells.put(derived(id, beyond, verdict), null);
    cells.addUp(records, List.of(people, id));
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
      cells.put(
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
                  cells.addUp(
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
      boolean isExact = cells.cell(earlier).status() == CellStatus.PUBLISHED;
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
      String earlier = idIn(release, id);
      if (cells.has(earlier) && cells.has(id)) {
        long before = (long) cells.cell(earlier).value();
        long now = (long) cells.cell(id).value();
        addChange(release, id, before, now, rules.derived(Sum.ofPeople(Math.abs(now - before))));
      }
    }
  }

  private void addChange(EarlierRelease release, String id, long before, long now, Verdict asked) {
    String change = "change since release %d: %s".formatted(release.number(), id);
    cells.put(derived(change, Math.abs(now - before), asked), cells.key(id));
    if (now >= before) {
      cells.addUp(id, List.of(idIn(release, id), change));
    } else {
      cells.addUp(idIn(release, id), List.of(id, change));
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
    cells.put(derived(parts.id(), now, verdict), null);
    cells.addUp(
        parts.total().id(),
        Stream.concat(parts.told().stream().map(CellKey::id), Stream.of(parts.id())).toList());
    parts.parts(tabulation).forEach(way -> cells.addUp(parts.id(), ids(way)));
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
}
