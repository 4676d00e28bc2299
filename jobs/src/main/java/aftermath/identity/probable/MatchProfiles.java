package aftermath.identity.probable;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.identity.Compared;
import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownLinks;
import aftermath.identity.LinkDecisions;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the records look like that no exact rule decided; records that look the same are one. */
public final class MatchProfiles {

  public static final Table TABLE =
      Table.table("silver.match_profiles")
          .comment("One row per look of stolen records that no exact rule decided")
          .columns(
              """
              profile BIGINT NOT NULL COMMENT 'hash of the values',
              records BIGINT NOT NULL COMMENT 'records that look exactly so',
              values  BINARY NOT NULL COMMENT 'compared values in the order of the comparisons, packed'
              """)
          .key("profile")
          .personal("profile", "values");

  private MatchProfiles() {}

  public static Model model(Incident incident, Matching matching) {
    var compared = Compared.of(incident, matching);
    var own = new OwnLooks(incident);
    var profiles = Model.model(TABLE);
    var made =
        LinkDecisions.areIn(incident)
            ? profiles
                .from(ImpactedRecords.table(incident), KnownLinks.TABLE, LinkDecisions.TABLE)
                .as(
                    (impacted, knownLinks, decisions) ->
                        derive(impacted, knownLinks, decisions, compared, own))
            : profiles
                .from(ImpactedRecords.table(incident), KnownLinks.TABLE)
                .as(
                    (impacted, knownLinks) ->
                        derive(
                            impacted,
                            knownLinks,
                            LinkDecisions.none(impacted.sparkSession()),
                            compared,
                            own));
    return made.dependingOn(compared.names(), incident.linking().isOneToOne());
  }

  private static Dataset<Row> derive(
      Dataset<Row> impacted,
      Dataset<Row> knownLinks,
      Dataset<Row> decisions,
      Compared compared,
      OwnLooks own) {
    return KnownLinks.numbered(impacted)
        .join(KnownLinks.loose(knownLinks).select("record"), new String[] {"record"}, "left_semi")
        .select(col("record"), compared.packed(Set.of(impacted.columns())).as("values"))
        .where(col("values").notEqual(compared.nothing()))
        .transform(rows -> own.marked(rows, LinkDecisions.inForce(decisions)))
        .groupBy("values", OwnLooks.OWN)
        .agg(count(lit(1)).as("records"))
        .select(OwnLooks.number().as("profile"), col("records"), col("values"));
  }

  /** The profile of a row that has {@code values}. */
  static Column number() {
    return xxhash64(col("values"));
  }
}
