package aftermath.disclosure.release;

import aftermath.incident.Field;
import java.util.ArrayList;
import java.util.List;

/** Combinations of fields in words: {@code name + email}. */
public final class Combinations {
  private static final String AND = " + ";
  private static final String NOTHING = "none";

  private Combinations() {}

  /** The fields of a mask, in the order of the catalogue. */
  public static String of(long mask, List<Field> fields) {
    var names = new ArrayList<String>();
    for (int bit = 0; bit < fields.size(); bit++) {
      if ((mask & 1L << bit) != 0) {
        names.add(fields.get(bit).name());
      }
    }
    return names.isEmpty() ? NOTHING : String.join(AND, names);
  }

  static boolean holds(String combination, String field) {
    return (AND + combination + AND).contains(AND + field + AND);
  }
}
