package aftermath.identity.probable;

import aftermath.matching.Comparisons;
import aftermath.matching.Finding;
import aftermath.matching.Look;
import aftermath.matching.Scores;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Compares every look with itself: how sure it is that two records that look so are one person.
 * Rows are profile, look, records, with the weights; a result is a row of {@link CandidatePairs}.
 */
final class TiesWithThemselves implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final Comparisons comparisons;

  TiesWithThemselves(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    var withWeights = new RowsWithWeights(rows);
    if (!withWeights.hasNext()) {
      return List.<Row>of().iterator();
    }
    Scores scores = LearntWeights.scores(comparisons, withWeights.weights(), Pairing.RECORDS);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return withWeights.hasNext();
      }

      @Override
      public Row next() {
        Row row = withWeights.next();
        Look look = Look.of(row.getAs(1), comparisons.count());
        Finding finding = comparisons.finding(look, look);
        return RowFactory.create(
            row.getLong(0),
            row.getLong(0),
            null,
            finding.pattern(),
            scores.weight(finding),
            row.getLong(2));
      }
    };
  }
}
