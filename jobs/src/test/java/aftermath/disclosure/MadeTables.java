package aftermath.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Linked tables of made-up people: every pair of some dimensions is a table, each dimension has
 * groups of codes and a total, and cells with few people are sensitive.
 */
public final class MadeTables {

  /**
   * A dimension.
   *
   * @param groups how many codes each group has; a group of one is a code of its own
   */
  public record Dimension(String name, List<Integer> groups) {

    List<String> leaves() {
      var leaves = new ArrayList<String>();
      for (int group = 0; group < groups.size(); group++) {
        for (int code = 0; code < groups.get(group); code++) {
          leaves.add(name + group + "." + code);
        }
      }
      return leaves;
    }

    /** The code, its group if that has others, and the total. */
    List<String> upwards(String leaf) {
      int group = Integer.parseInt(leaf.substring(name.length(), leaf.indexOf('.')));
      return groups.get(group) > 1 ? List.of(leaf, name + group, name) : List.of(leaf, name);
    }
  }

  private final List<Dimension> dimensions;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Map<String, Boolean>> children = new TreeMap<>();

  private MadeTables(List<Dimension> dimensions) {
    this.dimensions = dimensions;
  }

  /**
   * Makes them.
   *
   * @param sensitiveUpTo cells of so many people are sensitive; such of none are not
   */
  public static LinkedTables of(
      Random random, List<Dimension> dimensions, int people, int sensitiveUpTo) {
    var tables = new MadeTables(dimensions);
    List<List<String>> leaves = dimensions.stream().map(Dimension::leaves).toList();
    for (int person = 0; person < people; person++) {
      tables.count(leaves.stream().map(codes -> skewed(random, codes)).toList());
    }
    return tables.linked(sensitiveUpTo);
  }

  private static String skewed(Random random, List<String> codes) {
    double place = random.nextDouble();
    return codes.get((int) (place * place * codes.size()));
  }

  private void count(List<String> codes) {
    var cells = new TreeMap<String, Boolean>();
    for (int one = 0; one < dimensions.size(); one++) {
      for (int other = one + 1; other < dimensions.size(); other++) {
        List<String> ups = dimensions.get(one).upwards(codes.get(one));
        List<String> otherUps = dimensions.get(other).upwards(codes.get(other));
        for (int i = 0; i < ups.size(); i++) {
          for (int j = 0; j < otherUps.size(); j++) {
            String cell = ups.get(i) + "|" + otherUps.get(j);
            cells.put(name(cell), true);
            if (i > 0) {
              link(
                  "over " + dimensions.get(one).name(),
                  cell,
                  ups.get(i - 1) + "|" + otherUps.get(j));
            }
            if (j > 0) {
              link(
                  "over " + dimensions.get(other).name(),
                  cell,
                  ups.get(i) + "|" + otherUps.get(j - 1));
            }
          }
        }
      }
    }
    cells.keySet().forEach(cell -> counts.merge(cell, 1L, Long::sum));
  }

  private void link(String way, String total, String child) {
    children.computeIfAbsent(way + ": " + total, key -> new TreeMap<>()).put(name(child), true);
  }

  /** The margins of two tables of which one has the dimension are the same cells. */
  private String name(String cell) {
    String[] codes = cell.split("\\|");
    List<String> known =
        IntStream.range(0, 2)
            .mapToObj(i -> codes[i])
            .filter(code -> dimensions.stream().noneMatch(each -> each.name().equals(code)))
            .toList();
    return known.isEmpty() ? "all" : String.join("|", known);
  }

  private LinkedTables linked(int sensitiveUpTo) {
    var places = new LinkedHashMap<String, Integer>();
    var cells = new ArrayList<Cell>();
    counts.forEach(
        (name, count) -> {
          places.put(name, cells.size());
          boolean isSensitive = count <= sensitiveUpTo;
          cells.add(
              new Cell(
                  name,
                  count,
                  count,
                  count,
                  isSensitive ? CellStatus.PRIMARY : CellStatus.SUPPRESSIBLE,
                  isSensitive ? 1 : 0,
                  isSensitive ? 1 : 0));
        });
    var equations = new ArrayList<Equation>();
    children.forEach(
        (name, parts) ->
            equations.add(
                new Equation(
                    name,
                    places.get(name(name.substring(name.indexOf(": ") + 2))),
                    parts.keySet().stream().mapToInt(places::get).toArray())));
    return new LinkedTables(cells, equations);
  }
}
