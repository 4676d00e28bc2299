package aftermath.disclosure.release;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What everybody knows exactly of a release.
 *
 * @param values by the cell's id
 * @param counted the ids of all that was counted, known or not
 */
record KnownNumbers(Map<String, Long> values, Set<String> counted) {

  static KnownNumbers of(EarlierRelease release) {
    Set<String> exact = release.exact();
    return new KnownNumbers(
        release.cells().stream()
            .filter(cell -> exact.contains(cell.id()))
            .collect(Collectors.toMap(ReleasedCell::id, ReleasedCell::value)),
        release.cells().stream().map(ReleasedCell::id).collect(Collectors.toSet()));
  }

  boolean has(CellKey key) {
    return values.containsKey(key.id());
  }

  /** Null if nobody can tell; none of what was not counted at all. */
  Long valueOf(CellKey part) {
    return counted.contains(part.id()) ? values.get(part.id()) : Long.valueOf(0);
  }
}
