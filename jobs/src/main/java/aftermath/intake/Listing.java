package aftermath.intake;

import aftermath.incident.Format;
import aftermath.incident.Incident;
import aftermath.incident.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The files that lie where an incident's deliveries are looked for, as their folders show them: two
 * listings are equal as long as nothing has come, grown or gone.
 *
 * @param files size and time of change of each file, by path
 */
public record Listing(Map<String, Stamp> files) {

  /** What of a file changes when it is written to. */
  public record Stamp(long size, long modifiedAt) {}

  /** The present one; no file is opened. */
  public static Listing of(Configuration hadoop, Incident incident, String inputDirectory) {
    var storage = new Storage(hadoop);
    var files = new TreeMap<String, Stamp>();
    for (Source source : incident.sources()) {
      var deliveries = new Deliveries(source.name(), storage, inputDirectory);
      for (String path : source.paths()) {
        if (source.format() == Format.DELTA) {
          deliveries.folders(path).forEach(folder -> addCommits(storage, folder, files));
        } else {
          deliveries.add(path);
        }
      }
      deliveries
          .files()
          .forEach(file -> files.put(file.path(), new Stamp(file.size(), file.modifiedAt())));
    }
    return new Listing(files);
  }

  /** The files that another look has seen just so. */
  public Listing unchangedSince(Listing before) {
    var same = new TreeMap<>(files);
    same.entrySet().retainAll(before.files.entrySet());
    return new Listing(same);
  }

  /** How many files are here that another listing has not, or not so. */
  public long newerThan(Listing other) {
    return pathsNewerThan(other).size();
  }

  /** Paths of files that are here and that another listing has not, or not so. */
  public List<String> pathsNewerThan(Listing other) {
    return files.entrySet().stream()
        .filter(file -> !file.getValue().equals(other.files.get(file.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void addCommits(Storage storage, Path folder, Map<String, Stamp> files) {
    var log = new Path(folder, "_delta_log");
    try {
      for (FileStatus commit : storage.fileSystem(log).listStatus(log)) {
        files.put(
            commit.getPath().toString(), new Stamp(commit.getLen(), commit.getModificationTime()));
      }
    } catch (FileNotFoundException e) {
      // A folder that is no table is set aside by the run, with its reason.
      files.put(folder.toString(), new Stamp(0, 0));
    } catch (IOException e) {
      throw IntakeProblems.unreadable(log.toString(), e);
    }
  }
}
