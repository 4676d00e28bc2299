package aftermath.identity.probable;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import aftermath.identity.LinkDecisions;
import aftermath.incident.Incident;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Records that look the same share a look. A record that a clerk decided about has a look of its
 * own, for what was said of it is not said of the others; and where everybody has one record at
 * most, every record has.
 */
final class OwnLooks {
  /** The number of a record whose look is its own; null for the others. */
  static final String OWN = "own";

  private final boolean isOneToOne;
  private final boolean haveClerksDecided;

  OwnLooks(Incident incident) {
    this.isOneToOne = incident.linking().isOneToOne();
    this.haveClerksDecided = LinkDecisions.areIn(incident);
  }

  /**
   * Adds the column {@link #OWN}.
   *
   * @param records with the column {@code record}
   * @param decisions as {@code LinkDecisions.inForce} gives them
   */
  Dataset<Row> marked(Dataset<Row> records, Dataset<Row> decisions) {
    if (isOneToOne) {
      return records.withColumn(OWN, col("record"));
    }
    if (!haveClerksDecided) {
      return records.withColumn(OWN, lit(null).cast("bigint"));
    }
    Dataset<Row> decided =
        decisions
            .select(explode(expr("if(is_known, array(record), array(record, other))")).as("record"))
            .distinct()
            .withColumn(OWN, col("record"));
    return records.join(broadcast(decided), new String[] {"record"}, "left_outer");
  }

  /** The profile of a record that has {@code values} and {@link #OWN}. */
  static Column number() {
    return coalesce(col(OWN), MatchProfiles.number(), lit(0L));
  }
}
