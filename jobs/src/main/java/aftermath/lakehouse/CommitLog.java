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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
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
   * @param operation what was done, in Delta's words
   * @param rows rows written; -1 if the commit does not say
   * @param isWhole whether these are all rows of the table
   * @param bytes size of the files written; -1 if the commit does not say
   * @param files how many they are; -1 if the commit does not say
   */
  record Commit(
      long version,
      CommitNote note,
      String operation,
      long rows,
      boolean isWhole,
      long bytes,
      long files) {

    boolean isAppend() {
      return operation.equals("WRITE") && !isWhole;
    }

    boolean declaresAnew() {
      return operation.startsWith("CREATE") || operation.startsWith("REPLACE");
    }
  }

  Optional<Commit> newest() {
    return versions().findFirst().map(this::read);
  }

  /** True if the table has no rows, as far as its newest commits tell, or is not there at all. */
  boolean leavesNothing() {
    return newest()
        .map(last -> last.rows() == 0 && (last.isWhole() || isFirstAppend(last)))
        .orElse(true);
  }

  private boolean isFirstAppend(Commit commit) {
    return commit.isAppend()
        && has(commit.version() - 1)
        && read(commit.version() - 1).declaresAnew();
  }

  /** The newest commit that this program made; whoever else writes leaves no note. */
  Optional<Commit> newestOfOurs() {
    return versions().map(this::read).filter(commit -> commit.note() != null).findFirst();
  }

  /** True if the version can still be read, as far as the log tells. */
  boolean has(long version) {
    return versions().anyMatch(each -> each == version);
  }

  /** The commits behind a version, the newest first; empty if one of them is no longer there. */
  Optional<List<Commit>> after(long version) {
    List<Long> later = versions().takeWhile(each -> each > version).toList();
    boolean isWhole = later.isEmpty() || later.get(0) - version == later.size();
    return isWhole ? Optional.of(later.stream().map(this::read).toList()) : Optional.empty();
  }

  /**
   * Removes a log without any commit. A run that was killed in its first commit leaves one behind,
   * and Delta creates no table where something lies already.
   */
  void removeIfUnborn() {
    if (newest().isPresent()) {
      return;
    }
    try {
      folder.getFileSystem(hadoop).delete(folder, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The versions whose commits are still in the log, the newest first. */
  private Stream<Long> versions() {
    try {
      FileSystem files = folder.getFileSystem(hadoop);
      return Arrays.stream(files.listStatus(folder))
          .map(status -> status.getPath().getName())
          .filter(name -> name.matches("\\d{20}\\.json"))
          .map(name -> Long.parseLong(name.substring(0, 20)))
          .sorted(Comparator.reverseOrder());
    } catch (FileNotFoundException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Commit read(long version) {
    try {
      return read(folder.getFileSystem(hadoop), version);
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
          JsonNode metrics = info.path("operationMetrics");
          return new Commit(
              version,
              CommitNote.parse(note),
              info.path("operation").asText(""),
              metrics.path("numOutputRows").asLong(-1),
              isWhole(info),
              metrics.path("numOutputBytes").asLong(-1),
              metrics.path("numFiles").asLong(-1));
        }
      }
    }
    return new Commit(version, null, "", -1, false, -1, -1);
  }

  private static boolean isWhole(JsonNode info) {
    JsonNode parameters = info.path("operationParameters");
    return parameters.path("mode").asText("").equals("Overwrite")
        && parameters.path("predicate").asText("[]").equals("[]");
  }
}
