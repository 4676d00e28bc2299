package aftermath.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What the machine has for a run.
 *
 * @param javaVersion feature release of the Java that runs
 * @param heap most bytes that the Java heap may take
 * @param memory bytes of memory that the machine has
 */
public record Machine(int javaVersion, long heap, long memory) {
  private static final long GIGABYTE = 1L << 30;
  private static final int OLDEST_JAVA = 17;
  private static final int NEWEST_JAVA_TRIED = 25;

  /** With half of it Spark does not even start. */
  private static final long LEAST_HEAP = 900_000_000;

  /** A JVM told to have 4 GB says a little less of itself. */
  private static final long HEAP_FOR_MUCH = 7 * GIGABYTE / 2;

  /** Deliveries from which on the larger heap is asked for: below, 2 GB have done. */
  private static final long MUCH = GIGABYTE;

  /** This one. */
  public static Machine here() {
    var system =
        (com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        Runtime.version().feature(), Runtime.getRuntime().maxMemory(), system.getTotalMemorySize());
  }

  /**
   * What is to be said of it.
   *
   * @param deliveries bytes that a run would read
   */
  public List<Finding> findings(long deliveries) {
    var found = new ArrayList<Finding>();
    found.add(java());
    found.add(heap(deliveries));
    return found;
  }

  private Finding java() {
    String version = "Java %d".formatted(javaVersion);
    if (javaVersion < OLDEST_JAVA) {
      return Finding.missing("java", version + " is too old. Install 17 or later.");
    }
    return javaVersion > NEWEST_JAVA_TRIED
        ? Finding.warning(
            "java", version + " has not been tried. If Spark fails, set JAVA_HOME to 17 or 25.")
        : Finding.ok("java", version);
  }

  private Finding heap(long deliveries) {
    String has = "%s of heap".formatted(Amount.of(heap));
    if (heap < LEAST_HEAP) {
      return Finding.missing(
          "memory", has + " is too little for any run. Set AFTERMATH_JAVA_OPTIONS=-Xmx4g.");
    }
    if (heap > memory) {
      return Finding.warning(
          "memory",
          has
              + ", and the machine has %s: the system may kill the run. Set AFTERMATH_JAVA_OPTIONS=-Xmx… to less."
                  .formatted(Amount.of(memory)));
    }
    if (deliveries > MUCH && heap < HEAP_FOR_MUCH) {
      return Finding.warning(
          "memory",
          has
              + " for %s of deliveries; 4 GB are usual. Set AFTERMATH_JAVA_OPTIONS=-Xmx4g."
                  .formatted(Amount.of(deliveries)));
    }
    return Finding.ok("memory", has + " for %s of deliveries".formatted(Amount.of(deliveries)));
  }
}
