package aftermath.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/** Where deliveries lie: any Hadoop file system, reached from the driver and from tasks alike. */
final class Storage implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SerializableConfiguration configuration;

  Storage(Configuration configuration) {
    this.configuration = new SerializableConfiguration(configuration);
  }

  Configuration configuration() {
    return configuration.value();
  }

  /**
   * Local files are read without Hadoop's own checksum files: a delivery has its SHA-256, and a
   * stray {@code .crc} beside it says nothing about it.
   */
  FileSystem fileSystem(Path path) throws IOException {
    FileSystem fileSystem = path.getFileSystem(configuration.value());
    return fileSystem instanceof LocalFileSystem local ? local.getRawFileSystem() : fileSystem;
  }

  InputStream open(String path, long offset) throws IOException {
    Path file = new Path(path);
    FSDataInputStream in = fileSystem(file).open(file, 64 * 1024);
    try {
      if (offset > 0) {
        in.seek(offset);
      }
      return in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Fails when the file is not the one that was surveyed. */
  void ensureUnchanged(String path, long size, long modifiedAt) throws IOException {
    Path file = new Path(path);
    FileStatus now;
    try {
      now = fileSystem(file).getFileStatus(file);
    } catch (FileNotFoundException e) {
      throw IntakeProblems.vanished(path);
    }
    if (now.getLen() != size || now.getModificationTime() != modifiedAt) {
      throw IntakeProblems.changed(path);
    }
  }
}
