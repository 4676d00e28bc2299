package aftermath.identity.probable;

import aftermath.matching.Comparisons;
import aftermath.matching.Finding;
import aftermath.matching.Look;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * How records agree that look the same. Rows are records, look; a result is a row of {@link
 * PatternsOfBlocks#COUNTED}, with a pair less than there are records.
 *
 * <p>Copies agree on everything at once, which says little about people who are entered twice: as
 * examples they count under the rules of one attribute only.
 */
final class PatternsOfTheSame implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final Comparisons comparisons;
  private final long singles;

  PatternsOfTheSame(Comparisons comparisons) {
    this.comparisons = comparisons;
    this.singles = (1L << comparisons.count()) - 1;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        Row row = rows.next();
        long pairs = row.getLong(0) - 1;
        Look look = Look.of(row.getAs(1), comparisons.count());
        Finding finding = comparisons.finding(look, look);
        return RowFactory.create(
            look.rules() & singles,
            finding.pattern(),
            pairs,
            pairs * finding.rarity(),
            pairs * finding.ownRarity());
      }
    };
  }
}
