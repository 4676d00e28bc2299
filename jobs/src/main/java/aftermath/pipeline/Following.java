package aftermath.pipeline;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a table follows what changed in one of its inputs, so that it need not be made anew. The rows
 * must come out as if it were.
 *
 * @param input the input that may have changed
 * @param besides other inputs that may have changed, since only their present rows matter
 * @param outcome what the step gives back
 */
public record Following(Table input, Set<Table> besides, Outcome outcome, Step step) {

  /** What a step gives back. */
  public enum Outcome {
    /** All rows of the table. For what is small. */
    ALL_ROWS,
    /** The rows of the table that change, as {@link Changes}. */
    CHANGES
  }

  /** A pure function, as lazy as a derivation. */
  @FunctionalInterface
  public interface Step {
    Dataset<Row> apply(Given given);
  }

  /**
   * What a step has at hand.
   *
   * @param own the rows of the table itself as they are; where the step gives changes, each with
   *     its {@link Changes#PLACE}
   * @param inputs the rows of all inputs as they are now, in the declared order
   * @param changes what changed in the input that is followed: few enough for their keys to be
   *     broadcast
   * @param keeper keeps rows that are needed more than once from being made more than once
   */
  public record Given(
      Dataset<Row> own,
      List<Dataset<Row>> inputs,
      Dataset<Row> changes,
      UnaryOperator<Dataset<Row>> keeper) {

    public Dataset<Row> input(int number) {
      return inputs.get(number);
    }

    public Dataset<Row> kept(Dataset<Row> rows) {
      return keeper.apply(rows);
    }
  }

  Following alsoLookingAt(Table... tables) {
    return new Following(input, Set.of(tables), outcome, step);
  }
}
