package aftermath.check;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Whether there is room for what a run writes. */
final class Disk {
  /**
   * A first run of generated deliveries left 0.51 bytes for each byte of text; twice that is safe.
   */
  private static final double WAREHOUSE_PER_BYTE = 1.0;

  /** And had 0.34 bytes in Spark's temporary folders at its height. */
  private static final double TEMPORARY_PER_BYTE = 0.7;

  /** Without this, not even the logs of the tables can be written. */
  private static final long LEAST = 100_000_000;

  private final Configuration hadoop;

  Disk(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  Finding ofWarehouse(String folder, long deliveries) {
    return room("disk of the warehouse", folder, (long) (deliveries * WAREHOUSE_PER_BYTE));
  }

  Finding ofTemporaryFiles(String folder, long deliveries) {
    return room("disk of temporary files", folder, (long) (deliveries * TEMPORARY_PER_BYTE));
  }

  private Finding room(String subject, String folder, long needed) {
    try {
      long free = free(new Path(folder));
      String has = "%s free at %s".formatted(Amount.of(free), folder);
      if (free == Long.MAX_VALUE) {
        return Finding.ok(subject, "%s tells no limit".formatted(folder));
      }
      if (free < LEAST) {
        return Finding.missing(subject, has + ". Make room, or name another folder.");
      }
      return free < needed
          ? Finding.warning(
              subject,
              has
                  + ", and a first run takes about %s. Make room, or name another folder."
                      .formatted(Amount.of(needed)))
          : Finding.ok(subject, has + "; a first run takes about " + Amount.of(needed));
    } catch (IOException | RuntimeException e) {
      return Finding.warning(
          subject, "%s does not tell what is free (%s)".formatted(folder, e.getClass().getName()));
    }
  }

  /** Object stores answer with the largest number there is. */
  private long free(Path folder) throws IOException {
    FileSystem files = folder.getFileSystem(hadoop);
    Path there = files.makeQualified(folder);
    while (there.getParent() != null && !files.exists(there)) {
      there = there.getParent();
    }
    if (files.getScheme().equals("file")) {
      var path = java.nio.file.Path.of(there.toUri().getPath());
      return java.nio.file.Files.getFileStore(path).getUsableSpace();
    }
    return files.getStatus(there).getRemaining();
  }
}
