package aftermath.response;

import static aftermath.testing.TinyIncident.tinyBut;

import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import java.nio.file.Path;

/** Incidents whose support line promises something else, or that have no responses. */
final class Responding {

  /** Nobody tells what people did about this one. */
  static final Incident SILENT = IncidentFile.read(Path.of("conf/british-airways-2018.yaml"));

  private Responding() {}

  static Incident answeringWithin(int seconds, int shortAbandon) {
    return tinyBut(
        "\nrecipients:\n",
        """

        responses: { answered_within_seconds: %d, short_abandon_seconds: %d }

        recipients:
        """
            .formatted(seconds, shortAbandon));
  }
}
