package aftermath.disclosure.suppression;

import aftermath.disclosure.Equation;
import aftermath.disclosure.LinkedTables;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells that lie close together, now here and now there; the same ones in every run. */
final class Neighbourhoods {
  private final LinkedTables tables;
  private final Random random = new Random(7);

  Neighbourhoods(LinkedTables tables) {
    this.tables = tables;
  }

  /** About so many cells around one: those of its equations, and of theirs. */
  BitSet next(int size) {
    var found = new BitSet();
    var queue = new ArrayDeque<Integer>();
    visit(random.nextInt(tables.size()), found, queue);
    while (!queue.isEmpty() && found.cardinality() < size) {
      var equations =
          IntStream.of(tables.equationsOf(queue.poll())).boxed().collect(Collectors.toList());
      Collections.shuffle(equations, random);
      for (int place : equations) {
        Equation equation = tables.equations().get(place);
        visit(equation.total(), found, queue);
        IntStream.of(equation.children()).forEach(child -> visit(child, found, queue));
      }
    }
    return found;
  }

  private static void visit(int cell, BitSet found, Queue<Integer> queue) {
    if (!found.get(cell)) {
      found.set(cell);
      queue.add(cell);
    }
  }
}
