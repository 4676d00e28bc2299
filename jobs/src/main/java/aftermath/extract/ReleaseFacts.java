package aftermath.extract;

import aftermath.incident.Incident;
import aftermath.incident.Recipient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a release is called and was made of.
 *
 * @param phase initial, follow-up, final or withdrawn
 * @param previous number of the release before
 * @param firstReleasedAt when the first release of all was made
 * @param tables name@version of the cubes
 * @param note for the readers; empty if there is none
 */
record ReleaseFacts(
    int number,
    String phase,
    Optional<Integer> previous,
    Instant madeAt,
    Instant firstReleasedAt,
    List<String> tables,
    String incidentFingerprint,
    String codeVersion,
    boolean isExact,
    String note) {

  /** What every manifest says first. */
  ObjectNode head(Incident incident, Recipient recipient) {
    ObjectNode root = Json.object();
    root.put("incident", incident.id());
    root.put("title", incident.title());
    root.put("organisation", incident.organisation());
    root.put("recipient", recipient.name());
    root.put("release", number);
    root.put("phase", phase);
    root.put("previous", previous.orElse(null));
    root.put("made_at", madeAt.toString());
    root.put("note", note);
    return root;
  }

  /** The folder of its files. */
  String folder() {
    return "%04d-%s".formatted(number, phase);
  }
}
