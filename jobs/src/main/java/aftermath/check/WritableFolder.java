package aftermath.check;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;

/**
 * Finds out by writing, since permissions do not tell it of every file system. What is written is
 * removed, folders that were not there included.
 */
final class WritableFolder {
  private WritableFolder() {}

  /** Returns if a file can be made in the folder. */
  static void ensure(Configuration hadoop, String folder) throws IOException {
    var path = new Path(folder);
    FileSystem files = path.getFileSystem(hadoop);
    Path root = files.makeQualified(path);
    Deque<Path> lacking = lacking(files, root);
    try {
      if (!files.mkdirs(root)) {
        throw new IOException("the folder cannot be made");
      }
      var probe = new Path(root, "_check-" + UUID.randomUUID());
      files.create(probe, false).close();
      files.delete(probe, false);
    } finally {
      for (Path made : lacking) {
        removeIfEmpty(files, made);
      }
    }
  }

  /** The folders that are not there, the innermost first. */
  private static Deque<Path> lacking(FileSystem files, Path root) throws IOException {
    var lacking = new ArrayDeque<Path>();
    Path folder = root;
    while (folder != null && !files.exists(folder)) {
      lacking.addLast(folder);
      folder = folder.getParent();
    }
    if (folder != null && !files.getFileStatus(folder).isDirectory()) {
      throw new ParentNotDirectoryException(folder.toUri().getPath() + " is a file");
    }
    return lacking;
  }

  /** Somebody else may have begun to fill it. */
  private static void removeIfEmpty(FileSystem files, Path folder) throws IOException {
    if (files.exists(folder) && files.listStatus(folder).length == 0) {
      files.delete(folder, false);
    }
  }
}
