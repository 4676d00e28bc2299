package aftermath.disclosure;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The lone contributors of cells. Whoever stands alone in a total stands alone in the one of its
 * parts that has a contributor, too, and so knows both.
 */
public final class Singletons {
  private final Map<Integer, Attacker> attackerByCell = new HashMap<>();

  public Singletons(LinkedTables tables) {
    tables.places(Cell::isSingleton).stream()
        .filter(cell -> !attackerByCell.containsKey(cell))
        .forEach(
            cell -> {
              BitSet known = ofSamePerson(tables, cell);
              double amount = tables.cell(cell).value();
              BitSet partOf = totalsOf(tables, known);
              partOf.or(overlapping(tables, known, amount));
              var attacker = new Attacker(known, partOf, amount);
              known.stream().forEach(each -> attackerByCell.put(each, attacker));
            });
  }

  /** All of them who stand in one of these cells. */
  public List<Attacker> in(BitSet cells) {
    return cells.stream()
        .filter(attackerByCell::containsKey)
        .mapToObj(attackerByCell::get)
        .distinct()
        .toList();
  }

  /**
   * One who knows what all of them know together, but for those who know a cell: whom not even this
   * one harms, none of them harms.
   */
  public Attacker togetherBut(int cell) {
    var known = new BitSet();
    attackerByCell.values().stream()
        .filter(attacker -> !attacker.knows(cell))
        .forEach(attacker -> known.or(attacker.knows()));
    return new Attacker(known, new BitSet(), 0);
  }

  private static BitSet ofSamePerson(LinkedTables tables, int start) {
    var cells = new BitSet();
    var queue = new ArrayDeque<Integer>();
    cells.set(start);
    queue.add(start);
    while (!queue.isEmpty()) {
      for (int e : tables.equationsOf(queue.poll())) {
        Equation equation = tables.equations().get(e);
        if (tables.cell(equation.total()).isSingleton()) {
          IntStream.concat(IntStream.of(equation.total()), IntStream.of(equation.children()))
              .filter(cell -> tables.cell(cell).isSingleton() && !cells.get(cell))
              .forEach(
                  cell -> {
                    cells.set(cell);
                    queue.add(cell);
                  });
        }
      }
    }
    return cells;
  }

  /** What they may stand in with others: in a cell of no more than their amount they need not. */
  private static BitSet overlapping(LinkedTables tables, BitSet known, double amount) {
    return tables.places(cell -> cell.value() > amount).stream()
        .filter(cell -> !known.get(cell))
        .filter(cell -> known.stream().anyMatch(each -> tables.mayOverlap(each, cell)))
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  /** The totals of cells, and the totals of these, without the cells. */
  private static BitSet totalsOf(LinkedTables tables, BitSet cells) {
    var totals = new BitSet();
    var queue = new ArrayDeque<Integer>();
    cells.stream().forEach(queue::add);
    while (!queue.isEmpty()) {
      for (int e : tables.equationsOf(queue.poll())) {
        int total = tables.equations().get(e).total();
        if (!totals.get(total) && !cells.get(total) && hasPart(tables, e, cells, totals)) {
          totals.set(total);
          queue.add(total);
        }
      }
    }
    return totals;
  }

  private static boolean hasPart(LinkedTables tables, int e, BitSet cells, BitSet totals) {
    return IntStream.of(tables.equations().get(e).children())
        .anyMatch(child -> cells.get(child) || totals.get(child));
  }
}
