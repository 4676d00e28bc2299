package aftermath.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * All tables of a release as one system of linear equations over cells: what is the same in two
 * tables is one cell. An attacker knows every equation, every published value, and that no value is
 * negative.
 */
public final class LinkedTables {
  /** Sums of rounded values may differ from the rounded sum by so much of it. */
  private static final double ADDITIVITY = 1e-6;

  private final List<Cell> cells;
  private final List<Equation> equations;
  private final int[][] equationsOf;
  private final Overlap overlap;

  /** Whether somebody may stand in two cells of which none is a part of the other. */
  @FunctionalInterface
  public interface Overlap {
    boolean isPossible(int cell, int other);
  }

  /**
   * Tables of which nothing is known but what adds up.
   *
   * @throws DisclosureMistake naming all equations that do not add up
   */
  public LinkedTables(List<Cell> cells, List<Equation> equations) {
    this(cells, equations, (cell, other) -> false);
  }

  /**
   * @throws DisclosureMistake naming all equations that do not add up
   */
  public LinkedTables(List<Cell> cells, List<Equation> equations, Overlap overlap) {
    this.overlap = overlap;
    this.cells = List.copyOf(cells);
    this.equations = List.copyOf(equations);
    this.equationsOf = equationsByCell();
    List<String> wrong = equations.stream().filter(this::isBroken).map(this::sentence).toList();
    if (!wrong.isEmpty()) {
      throw DisclosureMistake.doesNotAddUp(wrong);
    }
  }

  public List<Cell> cells() {
    return cells;
  }

  public Cell cell(int place) {
    return cells.get(place);
  }

  public int size() {
    return cells.size();
  }

  public List<Equation> equations() {
    return equations;
  }

  /** Places of the equations that a cell stands in. */
  public int[] equationsOf(int cell) {
    return equationsOf[cell];
  }

  /** Places of the cells that an attacker must not come too close to. */
  public int[] threatened() {
    return places(Cell::needsProtection).stream().toArray();
  }

  /** The same tables with other cells at these places. */
  public LinkedTables with(Map<Integer, Cell> others) {
    var changed = new ArrayList<>(cells);
    others.forEach(changed::set);
    return new LinkedTables(changed, equations, overlap);
  }

  /** True if somebody may stand in both cells. */
  public boolean mayOverlap(int cell, int other) {
    return overlap.isPossible(cell, other);
  }

  public BitSet places(Predicate<Cell> wanted) {
    var places = new BitSet(size());
    for (int i = 0; i < size(); i++) {
      places.set(i, wanted.test(cell(i)));
    }
    return places;
  }

  /** How many cells stand in no equation: nothing is known of how they hang together. */
  public long unlinked() {
    return IntStream.range(0, size()).filter(cell -> equationsOf[cell].length == 0).count();
  }

  private int[][] equationsByCell() {
    var lists = new ArrayList<List<Integer>>();
    for (int i = 0; i < cells.size(); i++) {
      lists.add(new ArrayList<>(4));
    }
    for (int e = 0; e < equations.size(); e++) {
      lists.get(equations.get(e).total()).add(e);
      for (int child : equations.get(e).children()) {
        lists.get(child).add(e);
      }
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private double sum(Equation equation) {
    return Arrays.stream(equation.children()).mapToDouble(child -> cell(child).value()).sum();
  }

  private boolean isBroken(Equation equation) {
    double total = cell(equation.total()).value();
    double sum = sum(equation);
    return Math.abs(total - sum) > ADDITIVITY * Math.max(1, Math.max(total, sum));
  }

  private String sentence(Equation equation) {
    return "equation %s: the parts of %s do not add up to it"
        .formatted(equation.id(), cell(equation.total()).id());
  }
}
