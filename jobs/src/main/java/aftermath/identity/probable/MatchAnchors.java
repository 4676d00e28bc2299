package aftermath.identity.probable;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import aftermath.identity.Compared;
import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownLinks;
import aftermath.identity.KnownPeople;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What known people look like: as the organisation has them, and as the stolen records have them
 * that an exact rule led to them. Only those that may share a key with a record nobody decided.
 */
public final class MatchAnchors {

  public static final Table TABLE =
      Table.table("silver.match_anchors")
          .comment("One row per look of a known person that a loose record may be compared with")
          .columns(
              """
              profile BIGINT NOT NULL COMMENT 'hash of the values',
              owner   BIGINT NOT NULL COMMENT 'hash of silver.known_people.known_id',
              values  BINARY NOT NULL COMMENT 'compared values in the order of the comparisons, packed'
              """)
          .key("profile", "owner")
          .personal("profile", "owner", "values");

  private final Compared compared;
  private final Blocking blocking;

  private MatchAnchors(Incident incident, Matching matching) {
    this.compared = Compared.of(incident, matching);
    this.blocking = new Blocking(compared, matching);
  }

  public static Model model(Incident incident, Matching matching) {
    return Model.model(TABLE)
        .from(
            MatchProfiles.TABLE,
            BlockingRules.TABLE,
            KnownPeople.table(incident),
            ImpactedRecords.table(incident),
            KnownLinks.TABLE)
        .as(new MatchAnchors(incident, matching)::derive)
        .dependingOn(matching);
  }

  Dataset<Row> derive(
      Dataset<Row> profiles,
      Dataset<Row> rules,
      Dataset<Row> known,
      Dataset<Row> impacted,
      Dataset<Row> knownLinks) {
    Dataset<Row> held =
        known.select(
            KnownLinks.numberOf("known_id").as("owner"),
            compared.packed(Set.of(known.columns())).as("values"));
    Dataset<Row> stolen =
        KnownLinks.numbered(impacted)
            .join(knownLinks.where("known IS NOT NULL"), new String[] {"record"})
            .select(
                col("known").as("owner"), compared.packed(Set.of(impacted.columns())).as("values"));
    // Where nobody is known, nobody has to be asked for.
    Dataset<Row> asking = profiles.where(known.agg(count(lit(1))).scalar().gt(0));
    return blocking
        .sharing(held.union(stolen), asking, LooksByKey.inUse(rules, "is_in_use_for_known"))
        .select(MatchProfiles.number().as("profile"), col("owner"), col("values"))
        .groupBy("profile", "owner")
        .agg(expr("any_value(values)").as("values"));
  }
}
