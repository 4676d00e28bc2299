package aftermath.identity.probable;

import aftermath.matching.Comparisons;
import aftermath.matching.Look;
import aftermath.matching.Meeting;
import aftermath.matching.PatternCounts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Compares all pairs of a block and counts how many of them agree in which way. Rows are key,
 * profile, owner, look, sorted by key.
 */
final class PatternsOfBlocks implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final StructType COUNTED =
      StructType.fromDDL(
          "rules BIGINT NOT NULL, pattern BIGINT NOT NULL, pairs BIGINT NOT NULL,"
              + " rarity DOUBLE NOT NULL, own_rarity DOUBLE NOT NULL");

  private final Comparisons comparisons;
  private final Meeting meeting;
  private final Pairing pairing;

  PatternsOfBlocks(Comparisons comparisons, Blocking blocking, Pairing pairing) {
    this.comparisons = comparisons;
    this.meeting = new Meeting(blocking.rules());
    this.pairing = pairing;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    var counts = new PatternCounts();
    new RowsByGroup(
            rows,
            group -> {
              var block = new Block(group, comparisons.count());
              pairing.pairs(
                  block,
                  meeting,
                  (one, other) -> count(block.look(one), block.look(other), counts));
              return List.of();
            })
        .forEachRemaining(none -> {});
    return rows(counts).iterator();
  }

  private void count(Look one, Look other, PatternCounts counts) {
    counts.add(meeting.rules(one, other), comparisons.finding(one, other));
  }

  /** Rows of {@link #COUNTED}. */
  static List<Row> rows(PatternCounts counts) {
    var rows = new ArrayList<Row>();
    counts.forEach(
        (rules, pattern, pairs, rarity, ownRarity) ->
            rows.add(RowFactory.create(rules, pattern, pairs, rarity, ownRarity)));
    return rows;
  }
}
