package aftermath.identity.probable;

import aftermath.matching.Comparisons;
import aftermath.matching.Finding;
import aftermath.matching.Scores;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * What ways of agreement are worth. Rows are kind, pattern, rarity, own_rarity, pairs, with the
 * weights; a result is kind, bits (the match weight rounded down), pairs.
 */
final class WeighedPatterns implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final StructType WEIGHED =
      StructType.fromDDL("kind STRING NOT NULL, bits BIGINT NOT NULL, pairs BIGINT NOT NULL");

  private final Comparisons comparisons;

  WeighedPatterns(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    var withWeights = new RowsWithWeights(rows);
    if (!withWeights.hasNext()) {
      return List.<Row>of().iterator();
    }
    List<Row> weights = withWeights.weights();
    Scores ofRecords = LearntWeights.scores(comparisons, weights, Pairing.RECORDS);
    Scores ofKnown = LearntWeights.scores(comparisons, weights, Pairing.KNOWN_PEOPLE);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return withWeights.hasNext();
      }

      @Override
      public Row next() {
        Row row = withWeights.next();
        String kind = row.getString(0);
        Scores scores = kind.equals(MatchPatterns.KNOWN) ? ofKnown : ofRecords;
        double weight =
            scores.weight(new Finding(row.getLong(1), row.getDouble(2), row.getDouble(3)));
        return RowFactory.create(kind, (long) Math.floor(weight), row.getLong(4));
      }
    };
  }
}
