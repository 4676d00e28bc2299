package aftermath.sample;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts by group and name. Sums do not depend on the order of adding, so threads may share them.
 */
final class Tally {
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();

  synchronized void add(String group, String name, long count) {
    if (count != 0) {
      counts.computeIfAbsent(group, g -> new TreeMap<>()).merge(name, count, Long::sum);
    }
  }

  synchronized void addAll(Tally other) {
    other.counts.forEach((group, names) -> names.forEach((name, count) -> add(group, name, count)));
  }

  synchronized Map<String, Map<String, Long>> all() {
    return Collections.unmodifiableMap(counts);
  }
}
