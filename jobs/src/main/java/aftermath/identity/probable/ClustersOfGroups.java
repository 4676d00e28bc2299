package aftermath.identity.probable;

import aftermath.matching.Clusters;
import aftermath.matching.Clusters.Tie;
import aftermath.matching.MatchWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Splits every connected group into people. Rows are group, profile, other, owner, weight, sorted
 * by group: all ties of its members, so that weak ones may lead out of it; these are left out. A
 * result is one profile with its person at each probability.
 */
final class ClustersOfGroups implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** Two known people who fit this evenly leave open who it is: odds of 9 to 1, in bits. */
  private static final double CLEAR_LEAD = MatchWeights.weightOf(.9);

  private final double leastWeight;
  private final boolean isOneToOne;

  ClustersOfGroups(double leastWeight, boolean isOneToOne) {
    this.leastWeight = leastWeight;
    this.isOneToOne = isOneToOne;
  }

  /** The weight from which a tie connects a group. */
  static double connecting(double leastWeight) {
    return Math.min(0, leastWeight);
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new RowsByGroup(rows, group -> people(within(ties(group))));
  }

  private static List<Tie> ties(Iterator<Row> group) {
    Map<List<Long>, Tie> ties = new HashMap<>();
    group.forEachRemaining(
        row -> {
          var tie = new Tie(row.getLong(1), row.getLong(2), !row.isNullAt(3), row.getDouble(4));
          // Where a clerk decided, the weight that was found no longer counts.
          ties.merge(
              List.of(Math.min(tie.one(), tie.other()), Math.max(tie.one(), tie.other())),
              tie,
              (first, second) -> first.isDecided() ? first : second);
        });
    return List.copyOf(ties.values());
  }

  private List<Tie> within(List<Tie> ties) {
    var members = new HashSet<Long>();
    for (Tie tie : ties) {
      if (tie.weight() >= connecting(leastWeight)) {
        members.add(tie.one());
        members.add(tie.other());
      }
    }
    return ties.stream().filter(tie -> members.contains(tie.other())).toList();
  }

  /** The two strongest ties of a record, and of those to known people. */
  private static final class Strongest {
    private double best = Double.NEGATIVE_INFINITY;
    private double runnerUp = Double.NEGATIVE_INFINITY;
    private double bestKnown = Double.NEGATIVE_INFINITY;
    private double nextKnown = Double.NEGATIVE_INFINITY;

    void see(Tie tie) {
      runnerUp = Math.max(runnerUp, Math.min(best, tie.weight()));
      best = Math.max(best, tie.weight());
      if (tie.isKnown()) {
        nextKnown = Math.max(nextKnown, Math.min(bestKnown, tie.weight()));
        bestKnown = Math.max(bestKnown, tie.weight());
      }
    }

    boolean isDoubtful(double leastWeight) {
      return bestKnown >= leastWeight && !isClear(bestKnown, nextKnown);
    }
  }

  private List<Row> people(List<Tie> ties) {
    Map<Long, Strongest> strongest = new HashMap<>();
    for (Tie tie : ties) {
      strongest.computeIfAbsent(tie.one(), record -> new Strongest()).see(tie);
      if (!tie.isKnown()) {
        strongest.computeIfAbsent(tie.other(), record -> new Strongest()).see(tie);
      }
    }
    Set<Long> doubtful =
        strongest.entrySet().stream()
            .filter(entry -> entry.getValue().isDoubtful(leastWeight))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(HashSet::new));
    doubtful.addAll(contested(ties, strongest));
    List<Tie> clear =
        ties.stream().filter(tie -> !tie.isKnown() || !doubtful.contains(tie.one())).toList();
    Clusters decided = clusters(clear, leastWeight);
    Clusters at50 = clusters(clear, 0);
    Clusters at90 = clusters(clear, CLEAR_LEAD);
    Clusters at99 = clusters(clear, MatchWeights.weightOf(.99));
    var rows = new ArrayList<Row>();
    strongest.forEach(
        (record, ties2) ->
            rows.add(
                RowFactory.create(
                    record,
                    decided.person(record),
                    decided.owner(record),
                    at50.person(record),
                    at90.person(record),
                    at99.person(record),
                    doubtful.contains(record) && decided.owner(record) == null,
                    seen(ties2.best),
                    seen(ties2.runnerUp))));
    return rows;
  }

  /**
   * Records that ask for one known person evenly, and cannot both be right: a clerk says that they
   * are two people, or everybody has one record at most.
   */
  private Set<Long> contested(List<Tie> ties, Map<Long, Strongest> strongest) {
    Set<Set<Long>> different =
        ties.stream()
            .filter(tie -> tie.weight() == Double.NEGATIVE_INFINITY && !tie.isKnown())
            .map(tie -> Set.of(tie.one(), tie.other()))
            .collect(Collectors.toSet());
    if (different.isEmpty() && !isOneToOne) {
      return Set.of();
    }
    Map<Long, List<Tie>> claims =
        ties.stream()
            .filter(tie -> tie.isKnown() && tie.weight() >= leastWeight)
            .filter(tie -> tie.weight() == strongest.get(tie.one()).bestKnown)
            .collect(Collectors.groupingBy(Tie::other));
    var contested = new HashSet<Long>();
    for (List<Tie> ofOne : claims.values()) {
      for (Tie tie : ofOne) {
        for (Tie rival : ofOne) {
          boolean excludeEachOther =
              tie.one() != rival.one()
                  && (isOneToOne || different.contains(Set.of(tie.one(), rival.one())));
          if (excludeEachOther && !isClear(tie.weight(), rival.weight())) {
            contested.add(tie.one());
          }
        }
      }
    }
    return contested;
  }

  /** Whether one is clearly more than the other; two clerks who differ are not. */
  private static boolean isClear(double weight, double rival) {
    return Math.abs(weight - rival) >= CLEAR_LEAD;
  }

  private Clusters clusters(List<Tie> ties, double leastWeight) {
    return isOneToOne ? Clusters.oneToOne(ties, leastWeight) : Clusters.of(ties, leastWeight);
  }

  /** Nothing speaks for a tie that nobody saw, or that a clerk denied. */
  private static Double seen(double weight) {
    return weight == Double.NEGATIVE_INFINITY ? null : (Double) weight;
  }
}
