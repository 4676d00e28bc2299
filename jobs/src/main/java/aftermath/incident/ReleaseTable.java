package aftermath.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table that recipients get.
 *
 * @param name plain; the name of its files
 * @param by what it is divided by: segments (with all their levels), and what else its cube knows;
 *     every total over these is part of the table
 * @param recipients names of those who get it; empty: everybody
 */
public record ReleaseTable(
    String name, String title, List<String> by, Set<Measure> measures, List<String> recipients) {

  /** What is counted. */
  public enum Measure {
    PEOPLE,
    RECORDS,
    NOTICES;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What can be counted together, and by what besides segments. */
  public enum Cube {
    EXPOSURE(Set.of(Measure.PEOPLE, Measure.RECORDS), "field", "combination"),
    REACH(Set.of(Measure.PEOPLE), "must_be_told", "addressee", "reach", "reason", "next_step"),
    DELIVERY(Set.of(Measure.NOTICES), "wave", "channel", "provider", "state", "day");

    private final Set<Measure> measures;
    private final List<String> dimensions;

    Cube(Set<Measure> measures, String... dimensions) {
      this.measures = measures;
      this.dimensions = List.of(dimensions);
    }

    /** What it can be divided by, besides segments. */
    public List<String> dimensions() {
      return dimensions;
    }

    boolean holds(Set<Measure> wanted, List<String> by, Set<String> segments) {
      return measures.containsAll(wanted)
          && by.stream().allMatch(name -> segments.contains(name) || dimensions.contains(name));
    }

    /** All that a table can be divided by, besides segments. */
    public static Set<String> allDimensions() {
      return Arrays.stream(values())
          .flatMap(cube -> cube.dimensions.stream())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** The cube that it is counted from. */
  public Cube cube(Set<String> segments) {
    return Arrays.stream(Cube.values())
        .filter(cube -> cube.holds(measures, by, segments))
        .findFirst()
        .orElseThrow();
  }

  boolean hasCube(Set<String> segments) {
    return Arrays.stream(Cube.values()).anyMatch(cube -> cube.holds(measures, by, segments));
  }
}
