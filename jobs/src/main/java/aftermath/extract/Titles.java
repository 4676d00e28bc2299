package aftermath.extract;

import aftermath.disclosure.release.Tabulation;
import aftermath.incident.Incident;
import java.util.Map;

/** What codes and columns mean, in words for people. */
final class Titles {
  static final String OBSERVATION = "A normal; Q missing, suppressed";

  static final String CONFIDENTIALITY =
      "F free; A primary confidentiality due to small counts; O dominance by one; T dominance by two;"
          + " M other concentration; D secondary confidentiality set by the sender; C confidential";

  private static final Map<String, String> OF_CUBES =
      Map.ofEntries(
          Map.entry(Tabulation.FIELD, "Exposed field"),
          Map.entry(Tabulation.COMBINATION, "Exactly these fields exposed"),
          Map.entry("must_be_told", "Whether the notice policy asks for telling them"),
          Map.entry("addressee", "Whom notices about them go to"),
          Map.entry("reach", "Whether they have been told"),
          Map.entry("reason", "Why they have been told or not"),
          Map.entry("next_step", "What is done next to tell them"),
          Map.entry("wave", "Wave of notification"),
          Map.entry("channel", "Channel of the notice"),
          Map.entry("provider", "Who delivers the notice"),
          Map.entry("state", "Where the notice stands"),
          Map.entry("day", "Day it came into this state"));

  private Titles() {}

  static String ofColumn(Incident incident, String column) {
    String level = "_level";
    if (column.endsWith(level) && !OF_CUBES.containsKey(column)) {
      return "Of which level the part is";
    }
    return incident.segments().stream()
        .filter(segment -> segment.name().equals(column))
        .map(segment -> segment.title())
        .findFirst()
        .orElse(OF_CUBES.getOrDefault(column, column));
  }
}
