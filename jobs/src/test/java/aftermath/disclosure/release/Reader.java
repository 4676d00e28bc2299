package aftermath.disclosure.release;

import aftermath.disclosure.Interval;
import aftermath.disclosure.release.Crowd.Person;
import aftermath.disclosure.release.ProtectedRelease.Shown;
import aftermath.incident.ReleaseTable.Measure;
import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Somebody who has nothing but releases, and thinks in people: how many there may be of each
 * region, age and combination of fields, and how many records these may have beyond one each, so
 * that all that was published is met. Knows nothing of how the program sees its tables.
 */
final class Reader implements AutoCloseable {
  static {
    Loader.loadNativeLibraries();
  }

  private static final int MINIMUM = 10;

  private ProtectedRelease last;
  private final MPSolver solver = MPSolver.createSolver("SCIP");
  private final List<Map<Person, MPVariable>> releases = new ArrayList<>();
  private final Map<String, Predicate<Person>> meanings = new LinkedHashMap<>();

  /** Reads a release; of the people of the one before, all are in it. */
  void read(ProtectedRelease release) {
    var kinds = new LinkedHashMap<Person, MPVariable>();
    for (String region : Crowd.REGIONS) {
      for (String age : Crowd.AGES) {
        for (long mask = 0; mask < 1L << Crowd.FIELDS; mask++) {
          // People of a kind, and the records that they have beyond one.
          for (int records = 1; records <= 2; records++) {
            var kind = new Person(region, age, mask, records);
            kinds.put(kind, solver.makeNumVar(0, MPSolver.infinity(), ""));
          }
        }
      }
    }
    if (!releases.isEmpty()) {
      Map<Person, MPVariable> before = releases.get(releases.size() - 1);
      kinds.forEach(
          (kind, now) -> {
            MPConstraint grows = solver.makeConstraint(0, MPSolver.infinity());
            grows.setCoefficient(now, 1);
            grows.setCoefficient(before.get(kind), -1);
          });
    }
    releases.add(kinds);
    learnWhatIsNotListed(release, kinds);
    learnFromWhatIsLeftOutNow(release, kinds);
    last = release;
    for (CellKey key : release.tabulation().sums().keySet()) {
      if (release.tabulation().isInATable(key)) {
        learn(kinds, key, release.shown(key));
      }
    }
  }

  /** A combination of fields that is not in the table has nobody in it. */
  private static void learnWhatIsNotListed(
      ProtectedRelease release, Map<Person, MPVariable> kinds) {
    Set<String> listed =
        release.tabulation().sums().keySet().stream()
            .map(key -> key.conditions().get(Tabulation.COMBINATION))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    kinds.forEach(
        (kind, number) -> {
          if (!listed.contains(Combinations.of(kind.mask(), Crowd.INCIDENT.fields()))) {
            number.setUb(0);
          }
        });
  }

  /**
   * What was told and is left out now has moved by one to nine, this reader thinks, if it moved.
   */
  private void learnFromWhatIsLeftOutNow(ProtectedRelease release, Map<Person, MPVariable> kinds) {
    if (last == null) {
      return;
    }
    last.cells()
        .forEach(
            (key, shown) -> {
              Shown now = release.cells().get(key);
              Sum before = last.tabulation().sums().get(key);
              Sum sum = release.tabulation().sums().get(key);
              if (now != null && shown.isPublished() && !now.isPublished()) {
                long moved = sum.value() - before.value();
                // Of those that did not move by few, this reader happens to guess nothing.
                if (moved > 0 && moved < MINIMUM) {
                  MPConstraint few =
                      solver.makeConstraint(before.value() + 1.0, before.value() + MINIMUM - 1.0);
                  kinds.forEach(
                      (kind, number) -> {
                        if (isIn(key, kind)) {
                          few.setCoefficient(number, 1);
                        }
                      });
                }
              }
            });
  }

  private void learn(Map<Person, MPVariable> kinds, CellKey key, Shown shown) {
    double low = 0;
    double high = MPSolver.infinity();
    if (shown.isPublished()) {
      low = shown.value();
      high = shown.value();
    } else if (shown.confidentiality().equals("A")) {
      low = 1;
      // Of records it says how many people they are of.
      high = key.measure() == Measure.PEOPLE ? MINIMUM - 1 : MPSolver.infinity();
    } else if (shown.confidentiality().equals("D")) {
      low = key.measure() == Measure.PEOPLE ? MINIMUM : 1;
    } else {
      // Zeros are shown.
      low = 1;
    }
    MPConstraint sum = solver.makeConstraint(low, high);
    kinds.forEach(
        (kind, number) -> {
          if (isIn(key, kind)) {
            sum.setCoefficient(number, 1);
          }
        });
  }

  /** Between what a cell of a release must lie. */
  Interval interval(int release, CellKey key) {
    return interval(Map.of(release, 1), kind -> isIn(key, kind));
  }

  /** Between what the people must be who were added to a cell. */
  Interval added(int release, CellKey key) {
    return interval(Map.of(release, 1, release - 1, -1), kind -> isIn(key, kind));
  }

  /** The same of some cells together. */
  Interval added(int release, Collection<CellKey> keys) {
    return interval(
        Map.of(release, 1, release - 1, -1),
        kind -> keys.stream().anyMatch(key -> isIn(key, kind)));
  }

  /** Between what the records must be that those in a cell have beyond one each. */
  Interval beyond(int release, CellKey key) {
    return interval(Map.of(release, 1), kind -> isBeyond(key, kind));
  }

  /** Between what these must be that were added. */
  Interval addedBeyond(int release, CellKey key) {
    return interval(Map.of(release, 1, release - 1, -1), kind -> isBeyond(key, kind));
  }

  private boolean isIn(CellKey key, Person kind) {
    boolean isCounted = kind.records() == 1 || key.measure() == Measure.RECORDS;
    return isCounted && meaning(key).test(kind);
  }

  private boolean isBeyond(CellKey key, Person kind) {
    return kind.records() > 1 && meaning(key).test(kind);
  }

  private Interval interval(Map<Integer, Integer> signs, Predicate<Person> isMeant) {
    solver.objective().clear();
    signs.forEach(
        (release, sign) ->
            releases
                .get(release)
                .forEach(
                    (kind, number) -> {
                      if (isMeant.test(kind)) {
                        solver.objective().setCoefficient(number, sign);
                      }
                    }));
    return new Interval(end(false), end(true));
  }

  private double end(boolean up) {
    solver.objective().setOptimizationDirection(up);
    MPSolver.ResultStatus status = solver.solve();
    return switch (status) {
      case OPTIMAL -> solver.objective().value();
      case UNBOUNDED -> Double.POSITIVE_INFINITY;
      default -> throw new IllegalStateException("The releases contradict each other: " + status);
    };
  }

  private Predicate<Person> meaning(CellKey key) {
    return meanings.computeIfAbsent(
        key.id(),
        id -> {
          Predicate<Person> all = person -> true;
          for (Map.Entry<String, String> condition : key.conditions().entrySet()) {
            all = all.and(meaning(condition.getKey(), condition.getValue()));
          }
          return all;
        });
  }

  private static Predicate<Person> meaning(String name, String value) {
    return switch (name) {
      case "region" -> person -> person.region().equals(value);
      case "country" -> person -> person.country().equals(value);
      case "age" -> person -> person.age().equals(value);
      case "combination" ->
          person -> Combinations.of(person.mask(), Crowd.INCIDENT.fields()).equals(value);
      default -> {
        int bit =
            Crowd.INCIDENT.fields().stream()
                .map(field -> "field " + field.name())
                .toList()
                .indexOf(name);
        yield person -> ((person.mask() >> bit & 1) == 1) == value.equals("exposed");
      }
    };
  }

  @Override
  public void close() {
    solver.delete();
  }
}
