package aftermath.identity.probable;

import aftermath.matching.Clusters;
import aftermath.matching.Clusters.Tie;
import aftermath.matching.MatchWeights;
import java.util.ArrayList;
import java.util.HashMap;
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
 * by group; a result is one profile with its person at each probability.
 */
final class ClustersOfGroups implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** Two known people who fit this evenly leave open who it is: odds of 9 to 1, in bits. */
  private static final double CLEAR_LEAD = MatchWeights.weightOf(.9);

  private final double leastWeight;

  ClustersOfGroups(double leastWeight) {
    this.leastWeight = leastWeight;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new RowsByGroup(rows, group -> people(ties(group)));
  }

  private static List<Tie> ties(Iterator<Row> group) {
    var ties = new ArrayList<Tie>();
    group.forEachRemaining(
        row ->
            ties.add(new Tie(row.getLong(1), row.getLong(2), !row.isNullAt(3), row.getDouble(4))));
    return ties;
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
      return bestKnown >= leastWeight && bestKnown - nextKnown < CLEAR_LEAD;
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
            .collect(Collectors.toSet());
    List<Tie> clear =
        ties.stream().filter(tie -> !tie.isKnown() || !doubtful.contains(tie.one())).toList();
    Clusters decided = Clusters.of(clear, leastWeight);
    Clusters at50 = Clusters.of(clear, 0);
    Clusters at90 = Clusters.of(clear, CLEAR_LEAD);
    Clusters at99 = Clusters.of(clear, MatchWeights.weightOf(.99));
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
                    ties2.best,
                    Double.isInfinite(ties2.runnerUp) ? null : ties2.runnerUp)));
    return rows;
  }
}
