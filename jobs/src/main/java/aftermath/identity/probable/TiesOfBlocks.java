package aftermath.identity.probable;

import aftermath.matching.Clusters;
import aftermath.matching.Comparisons;
import aftermath.matching.Finding;
import aftermath.matching.Meeting;
import aftermath.matching.Scores;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Compares all pairs of a block and keeps those for which anything speaks. Rows are key, profile,
 * owner, look, sorted by key, with the weights; a result is a row of {@link CandidatePairs}.
 */
final class TiesOfBlocks implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final StructType TIE =
      StructType.fromDDL(
          "profile BIGINT NOT NULL, other BIGINT NOT NULL, owner BIGINT, pattern BIGINT NOT NULL,"
              + " weight DOUBLE NOT NULL, records BIGINT NOT NULL");

  private final Comparisons comparisons;
  private final Meeting meeting;
  private final Pairing pairing;

  TiesOfBlocks(Comparisons comparisons, Blocking blocking, Pairing pairing) {
    this.comparisons = comparisons;
    this.meeting = new Meeting(blocking.rules());
    this.pairing = pairing;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    var withWeights = new RowsWithWeights(rows);
    if (!withWeights.hasNext()) {
      return List.<Row>of().iterator();
    }
    Scores scores = LearntWeights.scores(comparisons, withWeights.weights(), pairing);
    return new RowsByGroup(withWeights, group -> ties(group, scores));
  }

  private List<Row> ties(Iterator<Row> rows, Scores scores) {
    var block = new Block(rows, comparisons.count());
    var found = new ArrayList<Row>();
    pairing.pairs(
        block,
        meeting,
        (one, other) -> {
          Finding finding = comparisons.finding(block.look(one), block.look(other));
          double weight = scores.weight(finding);
          if (weight > Clusters.UNSEEN) {
            found.add(
                RowFactory.create(
                    one.profile(), other.profile(), other.owner(), finding.pattern(), weight, 0L));
          }
        });
    return found;
  }
}
