package aftermath.intake;

import aftermath.incident.Format;
import aftermath.incident.Incident;
import aftermath.incident.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Files that lie among deliveries and are none, because no path of the incident file means them: a
 * misspelt ending would otherwise go unnoticed until somebody misses its people.
 */
public final class PassedOver {
  private static final int NAMED = 5;

  /** How programs call what they have not finished copying. */
  private static final Set<String> UNFINISHED = Set.of("part", "partial", "tmp", "filepart");

  private PassedOver() {}

  /**
   * A sentence about those that lie there now; empty if there are none. No file is opened.
   *
   * @param meant what the paths mean
   */
  public static Optional<String> said(
      Configuration hadoop, Incident incident, String input, Listing meant) {
    var storage = new Storage(hadoop);
    var found = new TreeSet<String>();
    for (Source source : incident.sources()) {
      if (source.format() != Format.DELTA) {
        source.paths().stream()
            .filter(PassedOver::isOfAnyName)
            .forEach(path -> addNeighbours(storage, new Path(input, path).getParent(), found));
      }
    }
    found.removeAll(meant.files().keySet());
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(IntakeProblems.passedOver(found.size(), first(found)));
  }

  private static boolean isOfAnyName(String path) {
    return new Path(path).getName().chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static void addNeighbours(Storage storage, Path folder, Set<String> found) {
    try {
      FileSystem files = storage.fileSystem(folder);
      FileStatus[] folders = files.globStatus(folder);
      for (FileStatus each : folders == null ? new FileStatus[0] : folders) {
        if (each.isDirectory()) {
          for (FileStatus file : files.listStatus(each.getPath())) {
            if (file.isFile() && !isHiddenOrUnfinished(file.getPath().getName())) {
              found.add(file.getPath().toString());
            }
          }
        }
      }
    } catch (FileNotFoundException goneMeanwhile) {
      // There is nothing in it, then.
    } catch (IOException e) {
      throw IntakeProblems.unreadable(folder.toString(), e);
    }
  }

  private static boolean isHiddenOrUnfinished(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return name.startsWith(".") || name.startsWith("_") || UNFINISHED.contains(ending);
  }

  private static List<String> first(Set<String> found) {
    return found.stream().limit(NAMED).toList();
  }
}
