package aftermath.disclosure.release;

import aftermath.disclosure.Cell;
import aftermath.disclosure.Equation;
import aftermath.disclosure.LinkedTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cells and what they add up to, found by their ids. */
final class SystemCells {
  private final List<Cell> cells = new ArrayList<>();
  private final List<CellKey> keys = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * @param key of whom it is a number; null if that is not told by a key
   */
  void put(Cell cell, CellKey key) {
    places.put(cell.id(), cells.size());
    cells.add(cell);
    keys.add(key);
  }

  /** All cells of an equation are there before it. */
  void addUp(String total, List<String> parts) {
    equations.add(
        new Equation(total, place(total), parts.stream().mapToInt(this::place).toArray()));
  }

  boolean has(String id) {
    return places.containsKey(id);
  }

  int place(String id) {
    return places.get(id);
  }

  Cell cell(String id) {
    return cells.get(place(id));
  }

  /** Null if it is not told by a key of whom this is a number. */
  CellKey key(String id) {
    return key(place(id));
  }

  CellKey key(int place) {
    return keys.get(place);
  }

  int size() {
    return cells.size();
  }

  LinkedTables tables(LinkedTables.Overlap overlap) {
    return new LinkedTables(cells, equations, overlap);
  }
}
