package aftermath.identity.probable;

import aftermath.identity.Compared;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.Comparisons;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The pairs that may be one person, and what speaks for it. Every pair is there once, however many
 * rules bring it together; those that are strangers beyond doubt are not there.
 */
public final class CandidatePairs {

  public static final Table TABLE =
      Table.table("silver.candidate_pairs")
          .comment("One row per pair of looks that may be one person, and per look with itself")
          .columns(
              """
              profile BIGINT NOT NULL COMMENT 'the one, see silver.match_profiles',
              other   BIGINT NOT NULL COMMENT 'the other, see silver.match_profiles or silver.match_anchors',
              owner   BIGINT          COMMENT 'the known person, if other is one',
              pattern BIGINT NOT NULL COMMENT 'how they agree: three bits per comparison',
              weight  DOUBLE NOT NULL COMMENT 'match weight in bits, above -10; of a look with itself: what a copy of it would have',
              records BIGINT NOT NULL COMMENT 'of a look with itself: records that look so; else 0'
              """)
          .key("profile", "other", "owner")
          .personal("profile", "other", "owner");

  private final Comparisons comparisons;
  private final Blocking blocking;
  private final Matching matching;

  private CandidatePairs(Incident incident, Matching matching) {
    var compared = Compared.of(incident, matching);
    this.comparisons = compared.comparisons();
    this.blocking = new Blocking(compared, matching);
    this.matching = matching;
  }

  public static Model model(Incident incident, Matching matching) {
    return Model.model(TABLE)
        .from(
            MatchProfiles.TABLE,
            MatchAnchors.TABLE,
            MatchKeys.TABLE,
            BlockingRules.TABLE,
            CrowdedKeys.TABLE,
            LearntWeights.TABLE)
        .as(new CandidatePairs(incident, matching)::derive)
        .dependingOn(matching);
  }

  private Dataset<Row> derive(
      Dataset<Row> profiles,
      Dataset<Row> anchors,
      Dataset<Row> keys,
      Dataset<Row> rules,
      Dataset<Row> crowded,
      Dataset<Row> weights) {
    var looks = new LooksByKey(blocking, matching.largestBlock(), keys, rules, crowded);
    return ties(looks.ofRecords(profiles), weights, Pairing.RECORDS)
        .union(ties(looks.withKnown(profiles, anchors), weights, Pairing.KNOWN_PEOPLE))
        .union(withThemselves(looks.each(profiles), weights));
  }

  private Dataset<Row> ties(Dataset<Row> byKey, Dataset<Row> weights, Pairing pairing) {
    return LooksByKey.inBlocks(byKey)
        .transform(rows -> RowsWithWeights.brought(rows, weights))
        .mapPartitions(
            new TiesOfBlocks(comparisons, blocking, pairing), Encoders.row(TiesOfBlocks.TIE));
  }

  private Dataset<Row> withThemselves(Dataset<Row> looks, Dataset<Row> weights) {
    return looks
        .select("profile", "look", "records")
        .transform(rows -> RowsWithWeights.brought(rows, weights))
        .mapPartitions(new TiesWithThemselves(comparisons), Encoders.row(TiesOfBlocks.TIE));
  }
}
