package aftermath.benchmark;

import aftermath.lakehouse.Progress;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;

/**
 * CPU seconds of the whole process, and of those tables that only matching needs: compiler and
 * garbage collector included.
 */
final class MatchingTime implements Progress {
  private static final Set<String> OF_MATCHING =
      Set.of(
          "silver.match_profiles",
          "silver.match_keys",
          "silver.blocking_rules",
          "silver.match_anchors",
          "silver.crowded_keys",
          "silver.match_patterns",
          "silver.decided_patterns",
          "silver.match_weights",
          "silver.candidate_pairs",
          "silver.links");

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final long start = process.getProcessCpuTime();
  private long begun;
  private long matching;

  @Override
  public void begins(String step) {
    begun = process.getProcessCpuTime();
  }

  @Override
  public void ends(String step, long rows, Duration took) {
    if (OF_MATCHING.contains(step)) {
      matching += process.getProcessCpuTime() - begun;
    }
  }

  @Override
  public void changed(String step, long rows, Duration took) {
    ends(step, rows, took);
  }

  @Override
  public void unchanged(String step) {}

  double seconds() {
    return (process.getProcessCpuTime() - start) / 1e9;
  }

  double secondsOfMatching() {
    return matching / 1e9;
  }
}
