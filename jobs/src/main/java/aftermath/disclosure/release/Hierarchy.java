package aftermath.disclosure.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parts of a dimension as the data show them, and what they add up to. A part that has one part
 * only is the same people under another name: both go by the finer one, and by the whole if they
 * are all there is.
 */
public final class Hierarchy {
  private final List<String> levels;
  private final Map<Part, TreeSet<String>> leaves = new LinkedHashMap<>();
  private final Map<TreeSet<String>, Part> finest = new LinkedHashMap<>();
  private final Map<Part, Set<Part>> children = new LinkedHashMap<>();
  private final Map<String, List<Part>> selfAndAbove = new TreeMap<>();

  /**
   * @param levels names, from fine to coarse; the first is the dimension's own
   * @param paths of every part that occurs: itself and what it is a part of
   */
  public Hierarchy(List<String> levels, Collection<List<String>> paths) {
    this.levels = List.copyOf(levels);
    var sorted = new TreeMap<String, List<String>>();
    paths.forEach(path -> sorted.putIfAbsent(path.get(0), path));
    for (List<String> path : sorted.values()) {
      partsOf(path)
          .forEach(part -> leaves.computeIfAbsent(part, p -> new TreeSet<>()).add(path.get(0)));
    }
    if (leaves.containsKey(Part.ALL)) {
      finest.put(leaves.get(Part.ALL), Part.ALL);
    }
    leaves.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> depth(entry.getKey())))
        .forEach(entry -> finest.putIfAbsent(entry.getValue(), entry.getKey()));
    for (List<String> path : sorted.values()) {
      link(path);
    }
  }

  private List<Part> partsOf(List<String> path) {
    var parts = new ArrayList<Part>();
    for (int level = 0; level < levels.size(); level++) {
      parts.add(new Part(levels.get(level), path.get(level)));
    }
    parts.add(Part.ALL);
    return parts;
  }

  private int depth(Part part) {
    return part.isAll() ? levels.size() : levels.indexOf(part.level());
  }

  private void link(List<String> path) {
    var chain = new LinkedHashSet<Part>();
    partsOf(path).forEach(part -> chain.add(meant(part)));
    List<Part> upwards = List.copyOf(chain);
    selfAndAbove.put(path.get(0), upwards);
    for (int i = 1; i < upwards.size(); i++) {
      children.computeIfAbsent(upwards.get(i), p -> new LinkedHashSet<>()).add(upwards.get(i - 1));
    }
  }

  /** The part by which the same people go everywhere. */
  public Part meant(Part part) {
    return finest.getOrDefault(leaves.getOrDefault(part, new TreeSet<>()), part);
  }

  /** A part and all that it is a part of, each by the name it goes by. */
  List<Part> selfAndAbove(String leaf) {
    return selfAndAbove.get(leaf);
  }

  /** What adds up, from its total to its parts. */
  Map<Part, Set<Part>> children() {
    return children;
  }

  /** All parts as a table shows them: all of it first, coarse before fine. */
  public List<Part> shown() {
    return leaves.keySet().stream()
        .sorted(Comparator.comparingInt((Part part) -> -depth(part)).thenComparing(Part::code))
        .toList();
  }

  /** All parts that differ. */
  List<Part> different() {
    return List.copyOf(new LinkedHashSet<>(shown().stream().map(this::meant).toList()));
  }

  boolean hasLevel(String level) {
    return levels.contains(level);
  }

  /** True if somebody may be in both parts; of parts that nobody is known to be in, too. */
  boolean mayShare(Part one, Part other) {
    Set<String> ofOne = leaves.get(one);
    Set<String> ofOther = leaves.get(other);
    return ofOne == null || ofOther == null || ofOne.stream().anyMatch(ofOther::contains);
  }
}
