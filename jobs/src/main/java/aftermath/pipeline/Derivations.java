package aftermath.pipeline;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The shapes a derivation may have: one parameter per input. */
public interface Derivations {

  @FunctionalInterface
  interface OfNothing {
    Dataset<Row> apply(SparkSession spark);
  }

  @FunctionalInterface
  interface OfOne {
    Dataset<Row> apply(Dataset<Row> only);
  }

  @FunctionalInterface
  interface OfTwo {
    Dataset<Row> apply(Dataset<Row> first, Dataset<Row> second);
  }

  @FunctionalInterface
  interface OfThree {
    Dataset<Row> apply(Dataset<Row> first, Dataset<Row> second, Dataset<Row> third);
  }

  @FunctionalInterface
  interface OfFour {
    Dataset<Row> apply(
        Dataset<Row> first, Dataset<Row> second, Dataset<Row> third, Dataset<Row> fourth);
  }

  @FunctionalInterface
  interface OfFive {
    Dataset<Row> apply(
        Dataset<Row> first,
        Dataset<Row> second,
        Dataset<Row> third,
        Dataset<Row> fourth,
        Dataset<Row> fifth);
  }

  @FunctionalInterface
  interface OfSix {
    Dataset<Row> apply(
        Dataset<Row> first,
        Dataset<Row> second,
        Dataset<Row> third,
        Dataset<Row> fourth,
        Dataset<Row> fifth,
        Dataset<Row> sixth);
  }
}
