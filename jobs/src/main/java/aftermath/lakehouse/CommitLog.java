package aftermath.lakehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The newest commit of a Delta table, read straight from its log: a few kilobytes and no Spark job,
 * so that a run with nothing to do is quick.
 */
final class CommitLog {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Configuration hadoop;
  private final Path folder;

  CommitLog(Configuration hadoop, String table) {
    this.hadoop = hadoop;
    this.folder = new Path(table, "_delta_log");
  }

  /**
   * @param version of the table after the commit
   * @param note what this program wrote about it; null if the commit is somebody else's
   * @param rows rows written; -1 if the commit does not say
   */
  record Commit(long version, CommitNote note, long rows) {}

  Optional<Commit> newest() {
    try {
      FileSystem files = folder.getFileSystem(hadoop);
      long newest = -1;
      for (FileStatus status : files.listStatus(folder)) {
        String name = status.getPath().getName();
        if (name.matches("\\d{20}\\.json")) {
          newest = Math.max(newest, Long.parseLong(name.substring(0, 20)));
        }
      }
      return newest < 0 ? Optional.empty() : Optional.of(read(files, newest));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Commit read(FileSystem files, long version) throws IOException {
    var path = new Path(folder, "%020d.json".formatted(version));
    try (var lines =
        new BufferedReader(new InputStreamReader(files.open(path), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode info = JSON.readTree(line).get("commitInfo");
        if (info != null) {
          String note = info.path("userMetadata").asText("");
          long rows = info.path("operationMetrics").path("numOutputRows").asLong(-1);
          return new Commit(version, CommitNote.parse(note), rows);
        }
      }
    }
    return new Commit(version, null, -1);
  }
}
