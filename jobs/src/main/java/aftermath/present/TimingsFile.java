package aftermath.present;

import aftermath.lakehouse.Progress;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * Writes down what every step took, as CSV: step, rows, wall seconds, CPU seconds. The CPU time is
 * that of the whole process, compiler and garbage collector included, because somebody pays for
 * them too.
 */
public final class TimingsFile implements Progress {
  private final Path file;
  private final Progress next;
  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long cpuBefore;

  /**
   * @param file to append to
   * @param next is told everything too
   */
  public TimingsFile(Path file, Progress next) {
    this.file = file;
    this.next = next;
  }

  @Override
  public void begins(String step) {
    cpuBefore = process.getProcessCpuTime();
    next.begins(step);
  }

  @Override
  public void ends(String step, long rows, Duration took) {
    write(step, rows, took);
    next.ends(step, rows, took);
  }

  @Override
  public void changed(String step, long rows, Duration took) {
    write(step, rows, took);
    next.changed(step, rows, took);
  }

  private void write(String step, long rows, Duration took) {
    double cpuSeconds = (process.getProcessCpuTime() - cpuBefore) / 1e9;
    double wallSeconds = took.toMillis() / 1e3;
    append(String.format(Locale.ROOT, "%s,%d,%.3f,%.3f%n", step, rows, wallSeconds, cpuSeconds));
  }

  @Override
  public void unchanged(String step) {
    next.unchanged(step);
  }

  private void append(String line) {
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
