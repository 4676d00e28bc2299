package aftermath.disclosure.release;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A release that has gone out: whoever reads the next one has it. */
public record EarlierRelease(int number, List<ReleasedCell> cells) {

  /**
   * The cells whose numbers everybody has: those that were told, and what they add up to or lack.
   */
  Set<String> exact() {
    Set<String> exact =
        cells.stream()
            .filter(ReleasedCell::isPublished)
            .map(ReleasedCell::id)
            .collect(Collectors.toCollection(HashSet::new));
    while (cells.stream().anyMatch(cell -> addWhatFollows(cell, exact))) {
      // Until nothing more follows.
    }
    return exact;
  }

  private static boolean addWhatFollows(ReleasedCell total, Set<String> exact) {
    boolean isMore = false;
    for (List<String> parts : total.sums()) {
      List<String> unknown =
          Stream.concat(Stream.of(total.id()), parts.stream())
              .filter(id -> !exact.contains(id))
              .toList();
      if (unknown.size() == 1) {
        isMore |= exact.add(unknown.get(0));
      }
    }
    return isMore;
  }
}
