package aftermath.extract;

import aftermath.incident.Incident;
import aftermath.incident.Recipient;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a recipient is told when a release is taken back. */
final class Withdrawal {
  private Withdrawal() {}

  static ObjectNode notice(Incident incident, Recipient recipient, ReleaseFacts facts) {
    ObjectNode root = Json.object();
    root.put("incident", incident.id());
    root.put("title", incident.title());
    root.put("organisation", incident.organisation());
    root.put("recipient", recipient.name());
    root.put("release", facts.number());
    root.put("phase", facts.phase());
    root.put("withdraws", facts.previous().orElseThrow());
    root.put("made_at", facts.madeAt().toString());
    root.put("note", facts.note());
    return root;
  }
}
