package aftermath.extract;

import static org.apache.spark.sql.functions.col;

import aftermath.incident.Role;
import aftermath.lakehouse.Lakehouse;
import aftermath.ops.Ops;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** Why the numbers of a release differ from those of the one before, as sentences. */
final class Reasons {
  private Reasons() {}

  /**
   * What has happened in between.
   *
   * @param last the row of the release before
   */
  static List<String> since(Row last, ReleaseFacts facts, Lakehouse lakehouse) {
    var reasons = new ArrayList<String>();
    long decisions = taken(last, lakehouse, true);
    long others = taken(last, lakehouse, false);
    if (others > 0) {
      reasons.add("New deliveries: %,d files were taken in.".formatted(others));
    }
    if (decisions > 0) {
      reasons.add("Corrected links: %,d files of decisions were taken in.".formatted(decisions));
    }
    if (!last.<String>getAs("incident_fingerprint").equals(facts.incidentFingerprint())) {
      reasons.add("Changed rules: the incident file is another.");
    }
    if (!last.<String>getAs("code_version").equals(facts.codeVersion())) {
      reasons.add("Another version of the program.");
    }
    return reasons;
  }

  private static long taken(Row last, Lakehouse lakehouse, boolean areDecisions) {
    var isDecision = col("role").equalTo(Role.LINK_DECISIONS.tableName());
    return lakehouse
        .read(Ops.DELIVERIES)
        .where(col("taken_at").gt(last.<Timestamp>getAs("made_at")))
        .where("state = 'taken'")
        .where(isDecision.equalTo(areDecisions))
        .count();
  }
}
