package aftermath.testing;

import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The incident in {@code tiny.yaml}, as it is and with changes. */
public final class TinyIncident {

  /** As it is in the file. */
  public static final Incident TINY = read(text());

  private TinyIncident() {}

  /** With parts of the file written differently: part, other part, and so on. */
  public static Incident tinyBut(String... partsAndOthers) {
    String text = text();
    for (int i = 0; i < partsAndOthers.length; i += 2) {
      if (!text.contains(partsAndOthers[i])) {
        throw new IllegalArgumentException("tiny.yaml does not say: " + partsAndOthers[i]);
      }
      text = text.replace(partsAndOthers[i], partsAndOthers[i + 1]);
    }
    return read(text);
  }

  private static String text() {
    try (var stream = TinyIncident.class.getResourceAsStream("tiny.yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Incident read(String text) {
    try {
      Path file = Files.createTempFile("tiny", ".yaml");
      try {
        return IncidentFile.read(Files.writeString(file, text));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
