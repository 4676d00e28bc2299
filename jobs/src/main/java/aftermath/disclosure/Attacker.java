package aftermath.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who solves the equations of what was published.
 *
 * @param knows place of the cell whose value they know because they alone stand in it; -1 for
 *     somebody who knows no more than what is published
 */
public record Attacker(int knows) {
  public static final Attacker OUTSIDER = new Attacker(-1);

  public boolean isOutsider() {
    return knows < 0;
  }

  /** The outsider and every singleton of tables: the lone contributor of a cell. */
  public static List<Attacker> withSingletons(LinkedTables tables) {
    var attackers = new ArrayList<>(List.of(OUTSIDER));
    tables.places(cell -> cell.isSingleton() && cell.mayBeSuppressed()).stream()
        .mapToObj(Attacker::new)
        .forEach(attackers::add);
    return attackers;
  }
}
