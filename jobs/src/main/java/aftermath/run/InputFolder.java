package aftermath.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where relative paths of an incident file start. */
public final class InputFolder {
  private InputFolder() {}

  /**
   * Returns if it is there.
   *
   * @throws RunMistake if it is not, or is no folder
   */
  public static void ensure(Configuration hadoop, String input) {
    try {
      var folder = new Path(input);
      FileSystem files = folder.getFileSystem(hadoop);
      if (!files.exists(folder)) {
        throw RunMistake.noInput(input);
      }
      if (!files.getFileStatus(folder).isDirectory()) {
        throw RunMistake.inputIsNoFolder(input);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
