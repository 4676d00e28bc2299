package aftermath.extract;

import aftermath.incident.Incident;
import aftermath.incident.Recipient;
import java.io.IOException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Where a release is written. */
final class Folders {
  private Folders() {}

  /**
   * The folder of a release, in which nothing may be yet.
   *
   * @throws ExtractMistake if something is
   */
  static String ofRelease(String out, ReleaseFacts facts, Configuration configuration)
      throws IOException {
    var folder = new Path(out, facts.folder());
    if (folder.getFileSystem(configuration).exists(folder)) {
      throw ExtractMistake.folderIsTaken(folder.toString());
    }
    return folder.toString();
  }

  /** The folder of each recipient; two whose names look alike to a file system get two. */
  static Map<Recipient, String> ofRecipients(Incident incident, String release) {
    var folders = new LinkedHashMap<Recipient, String>();
    for (Recipient recipient : incident.recipients()) {
      String plain = release + "/" + dashed(recipient.name());
      String free = plain;
      for (int i = 2; folders.containsValue(free); i++) {
        free = plain + "-" + i;
      }
      folders.put(recipient, free);
    }
    return folders;
  }

  /** A name that every file system takes. */
  private static String dashed(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.isEmpty() ? "recipient" : plain;
  }
}
