package aftermath.identity.probable;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.Compared;
import aftermath.identity.Components;
import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownLinks;
import aftermath.identity.LinkDecisions;
import aftermath.identity.LinkState;
import aftermath.identity.Links;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.MatchWeights;
import aftermath.pipeline.Model;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Whose a record is, where records that no exact rule decided are matched by their looks. */
public final class MatchedLinks {
  static final StructType CLUSTERED =
      StructType.fromDDL(
          "profile BIGINT NOT NULL, person BIGINT NOT NULL, known BIGINT, person_at_50 BIGINT NOT NULL,"
              + " person_at_90 BIGINT NOT NULL, person_at_99 BIGINT NOT NULL, is_ambiguous BOOLEAN NOT NULL,"
              + " best DOUBLE, runner_up DOUBLE");

  private final Compared compared;
  private final double leastWeight;
  private final boolean isOneToOne;
  private final OwnLooks own;

  private MatchedLinks(Incident incident, Matching matching) {
    this.isOneToOne = incident.linking().isOneToOne();
    this.own = new OwnLooks(incident);
    this.compared = Compared.of(incident, matching);
    this.leastWeight = MatchWeights.weightOf(matching.sameAt());
  }

  public static Model model(Incident incident, Matching matching) {
    var matched = new MatchedLinks(incident, matching);
    var links = Model.model(Links.TABLE);
    var made =
        LinkDecisions.areIn(incident)
            ? links
                .from(
                    ImpactedRecords.table(incident),
                    KnownLinks.TABLE,
                    CandidatePairs.TABLE,
                    LinkDecisions.TABLE)
                .as(matched::derive)
            : links
                .from(ImpactedRecords.table(incident), KnownLinks.TABLE, CandidatePairs.TABLE)
                .as(matched::byProbabilityAlone);
    return made.dependingOn(matching, incident.linking().isOneToOne());
  }

  private Dataset<Row> byProbabilityAlone(
      Dataset<Row> impacted, Dataset<Row> knownLinks, Dataset<Row> pairs) {
    return derive(impacted, knownLinks, pairs, LinkDecisions.none(impacted.sparkSession()));
  }

  private Dataset<Row> derive(
      Dataset<Row> impacted, Dataset<Row> knownLinks, Dataset<Row> pairs, Dataset<Row> decided) {
    Dataset<Row> decisions = LinkDecisions.inForce(decided);
    Dataset<Row> ties =
        betweenRecords(pairs)
            .unionByName(withKnown(pairs))
            .transform(found -> isOneToOne ? toThoseStillFree(found, knownLinks) : found)
            .unionByName(DecidedTies.of(decisions, knownLinks));
    Dataset<Row> doubles =
        pairs
            .where("profile = other AND owner IS NULL AND records > 1")
            .select(col("profile"), col("weight").as("self"));
    return Links.linked(knownLinks)
        .unionByName(matched(impacted, knownLinks, clusters(ties), doubles, decisions));
  }

  /** Profile, other, owner, weight: of records every pair is there once. */
  private static Dataset<Row> betweenRecords(Dataset<Row> pairs) {
    return pairs
        .where("profile <> other AND owner IS NULL")
        .select("profile", "other", "owner", "weight");
  }

  /** The same with known people, who have several looks: the one that is most alike counts. */
  private static Dataset<Row> withKnown(Dataset<Row> pairs) {
    return pairs
        .where("owner IS NOT NULL")
        .groupBy("profile", "owner")
        .agg(max("weight").as("weight"))
        .select(col("profile"), col("owner").as("other"), col("owner"), col("weight"));
  }

  /** Where everybody has one record at most: no two records, and nobody whom a rule gave one. */
  private static Dataset<Row> toThoseStillFree(Dataset<Row> ties, Dataset<Row> knownLinks) {
    Dataset<Row> taken = knownLinks.where("known IS NOT NULL").select(col("known").as("owner"));
    return ties.where("owner IS NOT NULL").join(taken, new String[] {"owner"}, "left_anti");
  }

  private Dataset<Row> clusters(Dataset<Row> ties) {
    Dataset<Row> groups =
        Components.of(
                ties.where(col("weight").geq(ClustersOfGroups.connecting(leastWeight)))
                    .select(col("profile").as("node"), col("other").as("hub")))
            .select(col("node"), col("hub").as("group"));
    return ties.join(groups, col("profile").equalTo(col("node")))
        .select("group", "profile", "other", "owner", "weight")
        .repartition(col("group"))
        .sortWithinPartitions("group")
        .mapPartitions(new ClustersOfGroups(leastWeight, isOneToOne), Encoders.row(CLUSTERED));
  }

  private Dataset<Row> matched(
      Dataset<Row> impacted,
      Dataset<Row> knownLinks,
      Dataset<Row> clusters,
      Dataset<Row> doubles,
      Dataset<Row> decisions) {
    Dataset<Row> looks =
        KnownLinks.numbered(impacted)
            .withColumn("values", compared.packed(Set.of(impacted.columns())))
            .transform(rows -> own.marked(rows, decisions))
            .select(col("record"), OwnLooks.number().as("look"));
    return KnownLinks.loose(knownLinks)
        .select("record", "rule", "found")
        .join(looks, new String[] {"record"})
        .join(clusters, col("look").equalTo(clusters.col("profile")), "left_outer")
        .drop("profile")
        .join(doubles, col("look").equalTo(doubles.col("profile")), "left_outer")
        .select(
            col("record"),
            personAt(leastWeight, "person").as("person"),
            col("known"),
            when(col("known").isNotNull(), LinkState.MATCHED.word())
                .when(
                    coalesce(col("is_ambiguous"), col("found").isNotNull()),
                    LinkState.AMBIGUOUS.word())
                .otherwise(LinkState.UNLINKED.word())
                .as("state"),
            coalesce(col("rule"), when(isByClerk(), LinkDecisions.CLERK)).as("rule"),
            col("found"),
            when(not(isByClerk()), col("best")).as("weight"),
            expr("1 / (1 + power(2, -best))").as("probability"),
            expr("nullif(runner_up, double('infinity'))").as("runner_up"),
            personAt(0, "person_at_50").as("person_at_50"),
            personAt(MatchWeights.weightOf(.9), "person_at_90").as("person_at_90"),
            personAt(MatchWeights.weightOf(.99), "person_at_99").as("person_at_99"));
  }

  private static Column isByClerk() {
    return coalesce(col("best").equalTo(Double.POSITIVE_INFINITY), lit(false));
  }

  /**
   * The person of a record: its cluster's. A look that nothing ties to another is one person if it
   * says enough, and otherwise as many as there are records that have it: a common name alone is
   * nobody.
   */
  private static Column personAt(double leastWeight, String clustered) {
    Column isTied = coalesce(col("best").geq(leastWeight), lit(false));
    Column saysEnough = coalesce(col("self").geq(leastWeight), lit(false));
    return when(isTied, coalesce(col(clustered), col("look")))
        .when(saysEnough, col("look"))
        .otherwise(col("record"));
  }
}
