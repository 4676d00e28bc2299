package aftermath.disclosure.suppression;

import aftermath.disclosure.Attacker;
import aftermath.disclosure.Cell;
import aftermath.disclosure.LinkedTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an attacker must not be able to do: to bring a sensitive value down to less than its
 * protection level on one side.
 *
 * @param cell place of the sensitive cell
 * @param sign 1 for the upper side, -1 for the lower
 * @param need how far a possible value must at least be from the true one
 */
record Threat(int cell, int sign, double need, Attacker attacker) {

  /** Those of somebody who knows no more than what is published. */
  static List<Threat> ofOutsider(LinkedTables tables) {
    var threats = new ArrayList<Threat>();
    for (int place : tables.threatened()) {
      Cell cell = tables.cell(place);
      if (cell.upperProtection() > 0) {
        threats.add(new Threat(place, 1, cell.upperProtection(), Attacker.OUTSIDER));
      }
      if (cell.lowerProtection() > 0) {
        threats.add(new Threat(place, -1, cell.lowerProtection(), Attacker.OUTSIDER));
      }
    }
    return threats;
  }

  /** The same by somebody who knows more; empty if they know the cell. */
  Optional<Threat> by(Attacker other, LinkedTables tables) {
    double share = other.shareUnknown(tables, cell);
    return share > 0 ? Optional.of(new Threat(cell, sign, need * share, other)) : Optional.empty();
  }
}
