package aftermath.disclosure.release;

import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.disclosure.Interval;
import aftermath.incident.DisclosurePolicy;
import aftermath.incident.ReleaseTable;
import aftermath.incident.ReleaseTable.Measure;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whoever reads releases, and thinks in people and not in cells, can tell no small number of people
 * exactly: none in a table, none that follows from tables, none by which releases differ. Nor how
 * few records there are beyond one per person.
 */
class ReleaseProperties {
  private static final DisclosurePolicy POLICY = DisclosurePolicy.USUAL;
  private static final ReleaseTable[] TABLES = {
    Crowd.REGION_AND_FIELD, Crowd.REGION_AND_AGE, Crowd.COMBINATIONS, Crowd.RECORDS
  };

  @Property(tries = 8)
  void noSmallCountOfAReleaseCanBeTold(@ForAll long seed) {
    Tabulation tabulation = tabulated(Crowd.random(new Random(seed), 160));
    ProtectedRelease release = protectedFrom(List.of(), tabulation);
    try (var reader = new Reader()) {
      reader.read(release);
      small(tabulation)
          .forEach(
              key -> {
                Interval told = reader.interval(0, key);
                assertTrue(isWide(told), () -> key.id() + " is in " + told);
              });
      fewBeyondPeople(tabulation, key -> 0).forEach(key -> assertWide(key, reader.beyond(0, key)));
    }
  }

  @Property(tries = 5)
  void noSmallChangeBetweenReleasesCanBeTold(@ForAll long seed) {
    var random = new Random(seed);
    Crowd crowd = Crowd.random(random, 160);
    Tabulation before = tabulated(crowd);
    ProtectedRelease first = protectedFrom(List.of(), before);
    crowd.add(random, 25);
    Tabulation now = tabulated(crowd);
    var earlier = new EarlierRelease(1, first.released());
    ProtectedRelease second = protectedFrom(List.of(earlier), now);
    assertNoSmallChangeIsShown(first, second);
    assertTellsNothingOfChanges(second, crowd.counted(TABLES));
    try (var reader = new Reader()) {
      reader.read(first);
      reader.read(second);
      small(before).forEach(key -> assertWide(key, reader.interval(0, key)));
      small(now).forEach(key -> assertWide(key, reader.interval(1, key)));
      now.sums().keySet().stream()
          .filter(key -> key.measure() == Measure.PEOPLE)
          .filter(key -> isSmall(now.sums().get(key).value() - value(before, key)))
          .forEach(key -> assertWide(key, reader.added(1, key)));
      fewBeyondPeople(before, key -> 0).forEach(key -> assertWide(key, reader.beyond(0, key)));
      fewBeyondPeople(now, key -> 0).forEach(key -> assertWide(key, reader.beyond(1, key)));
      fewBeyondPeople(now, key -> beyondPeople(before, key))
          .forEach(key -> assertWide(key, reader.addedBeyond(1, key)));
      assertMovesTogetherUnseen(before, second, reader);
    }
  }

  /** What is left out of one whole cannot be told to have moved by few together, either. */
  private static void assertMovesTogetherUnseen(
      Tabulation before, ProtectedRelease second, Reader reader) {
    Tabulation now = second.tabulation();
    now.parts()
        .forEach(
            (total, ways) ->
                ways.stream()
                    .filter(parts -> total.measure() == Measure.PEOPLE)
                    .map(parts -> parts.stream().filter(part -> isLeftOut(second, part)).toList())
                    .filter(parts -> parts.size() > 1)
                    .filter(parts -> isSmall(sum(now, parts) - sum(before, parts)))
                    .forEach(
                        parts ->
                            assertTrue(
                                isWide(reader.added(1, parts)),
                                () -> parts + " of " + total.id() + " can be told")));
  }

  private static boolean isLeftOut(ProtectedRelease release, CellKey key) {
    var shown = release.shown(key);
    return shown == null || !shown.isPublished();
  }

  private static long sum(Tabulation tabulation, List<CellKey> parts) {
    return parts.stream().mapToLong(part -> value(tabulation, part)).sum();
  }

  /** Neither of people nor of their records. */
  private static void assertNoSmallChangeIsShown(ProtectedRelease first, ProtectedRelease second) {
    second
        .cells()
        .forEach(
            (key, shown) -> {
              var before = first.cells().get(key);
              if (before != null && before.isPublished() && shown.isPublished()) {
                long moved = Math.abs(shown.value() - before.value());
                assertTrue(!isSmall(moved), () -> key.id() + " moves by " + moved);
              }
            });
  }

  /** The intervals that go out are no closer than what this release alone tells. */
  private static void assertTellsNothingOfChanges(
      ProtectedRelease second, List<CountedTable> tables) {
    try (var reader = new Reader()) {
      reader.read(second);
      second
          .intervals(tables)
          .forEach(
              told -> {
                Interval found = reader.interval(0, CellKey.parse(told.cell()));
                assertTrue(told.low() <= found.low() + 1e-6, told::cell);
                assertTrue(told.high() == null || told.high() >= found.high() - 1e-6, told::cell);
              });
    }
  }

  private static Tabulation tabulated(Crowd crowd) {
    return crowd.tabulated(TABLES);
  }

  private static ProtectedRelease protectedFrom(
      List<EarlierRelease> earlier, Tabulation tabulation) {
    return ProtectedRelease.of(
        tabulation,
        POLICY,
        earlier,
        new CellDice(new byte[] {1}),
        (cost, bound, inequalities) -> {});
  }

  private static Stream<CellKey> small(Tabulation tabulation) {
    return tabulation.sums().entrySet().stream()
        .filter(entry -> entry.getKey().measure() == Measure.PEOPLE)
        .filter(entry -> isSmall(entry.getValue().value()))
        .map(java.util.Map.Entry::getKey);
  }

  /** Cells whose people have by few more records beyond one each than a number says. */
  private static Stream<CellKey> fewBeyondPeople(
      Tabulation tabulation, ToLongFunction<CellKey> than) {
    return tabulation.sums().keySet().stream()
        .filter(key -> key.measure() == Measure.RECORDS)
        .filter(key -> isSmall(beyondPeople(tabulation, key) - than.applyAsLong(key)));
  }

  private static long beyondPeople(Tabulation tabulation, CellKey records) {
    return value(tabulation, records) - value(tabulation, records.counting(Measure.PEOPLE));
  }

  private static boolean isSmall(long people) {
    return people > 0 && people < POLICY.minimumFrequency();
  }

  private static long value(Tabulation tabulation, CellKey key) {
    return tabulation.sums().getOrDefault(key, Sum.NONE).value();
  }

  private static void assertWide(CellKey key, Interval told) {
    assertTrue(isWide(told), () -> key.id() + " is in " + told);
  }

  private static boolean isWide(Interval told) {
    return told.width() >= 1;
  }
}
