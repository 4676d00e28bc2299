package aftermath.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which records of a connected group are one person. Connection alone would chain strangers
 * together: a father and a son by their name, the son and his wife by their address. So the
 * strongest ties are closed first, and two clusters become one only if the mean weight of all pairs
 * between them does not speak against it (average linkage). Pairs that never met under a blocking
 * rule agree on nothing that is rare and count as a clear no. Two known people never become one.
 *
 * <p>A clerk's decision is a tie of infinite weight, for or against: no mean outweighs it.
 */
public final class Clusters {
  /** What a pair counts that nobody looked at, in bits. */
  public static final double UNSEEN = -10;

  private static final double STRONGEST = 20;

  /** Mean weight that still lets two clusters become one: a little doubt, no contradiction. */
  private static final double LEAST_MEAN = -3;

  /**
   * A pair and its match weight.
   *
   * @param isKnown whether the other is a known person and not a record
   */
  public record Tie(long one, long other, boolean isKnown, double weight) {
    /** Whether a clerk said so. */
    public boolean isDecided() {
      return Double.isInfinite(weight);
    }
  }

  private static final class Cluster {
    final List<Long> members = new ArrayList<>();
    final Map<Cluster, double[]> ties = new HashMap<>();
    long smallest;
    Long owner;

    Cluster(long member, boolean isKnown) {
      members.add(member);
      smallest = member;
      owner = isKnown ? member : null;
    }

    int records() {
      return members.size() - (owner == null ? 0 : 1);
    }
  }

  private final Map<Long, Cluster> clusterOf = new HashMap<>();
  private final boolean isOneToOne;

  private Clusters(List<Tie> ties, double leastWeight, boolean isOneToOne) {
    this.isOneToOne = isOneToOne;
    List<Tie> strongestFirst = new ArrayList<>(ties);
    strongestFirst.sort(
        Comparator.comparingDouble(Tie::weight)
            .reversed()
            .thenComparingLong(Tie::one)
            .thenComparingLong(Tie::other));
    for (Tie tie : strongestFirst) {
      Cluster one = clusterOf.computeIfAbsent(tie.one(), id -> new Cluster(id, false));
      Cluster other = clusterOf.computeIfAbsent(tie.other(), id -> new Cluster(id, tie.isKnown()));
      double weight = tie.isDecided() ? tie.weight() : bounded(tie.weight());
      add(one, other, weight, 1);
      add(other, one, weight, 1);
    }
    for (Tie tie : strongestFirst) {
      if (tie.weight() < leastWeight) {
        break;
      }
      close(clusterOf.get(tie.one()), clusterOf.get(tie.other()));
    }
  }

  /**
   * Clusters a connected group.
   *
   * @param leastWeight that a pair must have to be taken for one person
   */
  public static Clusters of(List<Tie> ties, double leastWeight) {
    return new Clusters(ties, leastWeight, false);
  }

  /** Clusters a group in which everybody has one record at most. */
  public static Clusters oneToOne(List<Tie> ties, double leastWeight) {
    return new Clusters(ties, leastWeight, true);
  }

  public Set<Long> members() {
    return clusterOf.keySet();
  }

  /** The person that a record belongs to: the known one's number, or the smallest record's. */
  public long person(long record) {
    Cluster cluster = clusterOf.get(record);
    if (cluster == null) {
      return record;
    }
    return cluster.owner == null ? cluster.smallest : cluster.owner;
  }

  /** The known person that a record belongs to; null if nobody is known. */
  public Long owner(long record) {
    Cluster cluster = clusterOf.get(record);
    return cluster == null ? null : cluster.owner;
  }

  private void close(Cluster one, Cluster other) {
    if (one.equals(other)
        || (one.owner != null && other.owner != null)
        || (isOneToOne && one.records() + other.records() > 1)) {
      return;
    }
    double[] tie = one.ties.get(other);
    double pairs = (double) one.members.size() * other.members.size();
    double mean = (tie[0] + (pairs - tie[1]) * UNSEEN) / pairs;
    if (mean >= LEAST_MEAN) {
      boolean isLarger = one.members.size() >= other.members.size();
      join(isLarger ? one : other, isLarger ? other : one);
    }
  }

  private static double bounded(double weight) {
    return Math.max(-STRONGEST, Math.min(STRONGEST, weight));
  }

  private void join(Cluster large, Cluster small) {
    large.smallest = Math.min(large.smallest, small.smallest);
    large.owner = large.owner == null ? small.owner : large.owner;
    large.members.addAll(small.members);
    small.members.forEach(member -> clusterOf.put(member, large));
    large.ties.remove(small);
    small.ties.remove(large);
    for (var entry : small.ties.entrySet()) {
      Cluster neighbour = entry.getKey();
      neighbour.ties.remove(small);
      add(large, neighbour, entry.getValue()[0], entry.getValue()[1]);
      add(neighbour, large, entry.getValue()[0], entry.getValue()[1]);
    }
  }

  private static void add(Cluster from, Cluster to, double weight, double pairs) {
    double[] tie = from.ties.computeIfAbsent(to, none -> new double[2]);
    tie[0] += weight;
    tie[1] += pairs;
  }
}
