package aftermath.testing;

import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The incident files of the repository. */
public final class IncidentFiles {
  private IncidentFiles() {}

  public static List<Path> all() {
    try (var files = Files.list(Path.of("conf"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Incident demo() {
    return IncidentFile.read(Path.of("conf", "demo.yaml"));
  }
}
