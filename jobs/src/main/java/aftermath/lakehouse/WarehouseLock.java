package aftermath.lakehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Keeps two runs from working on one warehouse at once: both would take in the same files. The lock
 * is a file that names its owner; one that a killed run of this machine has left is taken over.
 */
public final class WarehouseLock implements AutoCloseable {
  private static final String NAME = "_running";

  private final FileSystem files;
  private final Path lock;

  private WarehouseLock(FileSystem files, Path lock) {
    this.files = files;
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @throws WarehouseBusy if another run holds it
   */
  public static WarehouseLock of(Lakehouse lakehouse) {
    Configuration hadoop = lakehouse.spark().sparkContext().hadoopConfiguration();
    var path = new Path(lakehouse.root(), NAME);
    try {
      FileSystem files = path.getFileSystem(hadoop);
      files.mkdirs(path.getParent());
      Optional<Owner> other = owner(files, path);
      if (other.isPresent() && !other.get().isGone()) {
        throw new WarehouseBusy(other.get().toString(), path.toString());
      }
      files.delete(path, false);
      write(files, path);
      return new WarehouseLock(files, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who holds the lock now; empty if nobody does, or somebody who is no more. */
  public static Optional<String> holder(Lakehouse lakehouse) {
    var path = new Path(lakehouse.root(), NAME);
    try {
      FileSystem files = path.getFileSystem(lakehouse.spark().sparkContext().hadoopConfiguration());
      Optional<Owner> owner = owner(files, path);
      return owner.isPresent() && !owner.get().isGone()
          ? Optional.of(owner.get().toString())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      files.delete(lock, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(FileSystem files, Path path) throws IOException {
    try (var out = files.create(path, false)) {
      out.write(Owner.current().toString().getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException e) {
      throw new WarehouseBusy("one that began just now", path.toString());
    }
  }

  private static Optional<Owner> owner(FileSystem files, Path path) throws IOException {
    try (var in = files.open(path)) {
      return Owner.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Which process on which machine, since when. */
  private record Owner(String machine, long process, Instant since) {

    static Owner current() throws IOException {
      return new Owner(
          InetAddress.getLocalHost().getHostName(), ProcessHandle.current().pid(), Instant.now());
    }

    /** Empty if the text says nothing: its writer was killed before it wrote. */
    static Optional<Owner> parse(String text) {
      String[] parts = text.strip().split(" ");
      return parts.length == 6 && parts[1].matches("\\d+")
          ? Optional.of(new Owner(parts[3], Long.parseLong(parts[1]), Instant.parse(parts[5])))
          : Optional.empty();
    }

    /** True if it ran on this machine and is no more; of other machines nothing is known. */
    boolean isGone() throws IOException {
      boolean isHere = machine.equals(InetAddress.getLocalHost().getHostName());
      return isHere && ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }

    @Override
    public String toString() {
      return "process %d on %s since %s".formatted(process, machine, since);
    }
  }
}
