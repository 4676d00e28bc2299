package aftermath.disclosure.release;

import aftermath.incident.Field;
import aftermath.incident.ReleaseTable.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields of which one is hardly ever exposed without the other. Everybody can guess that such
 * fields come from one place, and subtract: of those with points, all without status credits.
 *
 * @param hasExceptions whether somebody has the inner field and not the outer one
 */
record Nesting(Member outer, Member inner, boolean hasExceptions) {
  /** A field, and its bit in a mask. */
  record Member(String name, long bit) {
    boolean isIn(long mask) {
      return (mask & bit) != 0;
    }
  }

  /** At most one in so many of the inner field may be an exception. */
  private static final long RARE = 10;

  /**
   * The nestings among people with these fields.
   *
   * @param few so many exceptions are too many
   */
  static List<Nesting> among(List<Field> fields, List<CubeRow> rows, long few) {
    Map<Long, Long> people = peopleByMask(rows);
    long all = people.values().stream().mapToLong(Long::longValue).sum();
    var nestings = new ArrayList<Nesting>();
    for (int outer = 0; outer < fields.size(); outer++) {
      long ofOuter = holding(people, 1L << outer, 0);
      for (int inner = 0; inner < fields.size(); inner++) {
        long both = holding(people, 1L << outer | 1L << inner, 0);
        long exceptions = holding(people, 1L << inner, 1L << outer);
        boolean isNested = both > 0 && exceptions < few && exceptions * RARE <= both;
        // All who have the one, and those who are left if these are everybody, are cells anyway.
        if (isNested && ofOuter > both && ofOuter < all) {
          nestings.add(new Nesting(member(fields, outer), member(fields, inner), exceptions > 0));
        }
      }
    }
    return nestings;
  }

  private static Member member(List<Field> fields, int bit) {
    return new Member(fields.get(bit).name(), 1L << bit);
  }

  private static Map<Long, Long> peopleByMask(List<CubeRow> rows) {
    var people = new HashMap<Long, Long>();
    for (CubeRow row : rows) {
      Sum sum = row.sums().getOrDefault(Measure.PEOPLE, Sum.NONE);
      people.merge(row.mask(), sum.value(), Long::sum);
    }
    return people;
  }

  private static long holding(Map<Long, Long> people, long with, long without) {
    return people.entrySet().stream()
        .filter(each -> (each.getKey() & with) == with && (each.getKey() & without) == 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Of a cell, those with the outer field and not the inner one. */
  CellKey difference(CellKey cell) {
    return cell.exposing(outer.name()).notExposing(inner.name());
  }

  CellKey exceptions(CellKey cell) {
    return cell.exposing(inner.name()).notExposing(outer.name());
  }

  /** Those with both; without exceptions that is all with the inner field. */
  CellKey both(CellKey cell) {
    CellKey inside = cell.exposing(inner.name());
    return hasExceptions ? inside.exposing(outer.name()) : inside;
  }

  /** What is counted of a cell besides its fields. */
  List<CellKey> counted(CellKey cell) {
    return hasExceptions
        ? List.of(difference(cell), exceptions(cell), both(cell))
        : List.of(difference(cell));
  }

  /** Of these, those that people with these fields are in. */
  List<CellKey> counted(CellKey cell, long mask) {
    if (outer.isIn(mask)) {
      return !inner.isIn(mask)
          ? List.of(difference(cell))
          : hasExceptions ? List.of(both(cell)) : List.of();
    }
    return hasExceptions && inner.isIn(mask) ? List.of(exceptions(cell)) : List.of();
  }

  /** Whether a combination of fields is of the difference. */
  boolean isDifference(String combination) {
    return Combinations.holds(combination, outer.name())
        && !Combinations.holds(combination, inner.name());
  }
}
