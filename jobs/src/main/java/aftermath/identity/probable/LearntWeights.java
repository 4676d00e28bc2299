package aftermath.identity.probable;

import aftermath.identity.Compared;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.Agreement;
import aftermath.matching.BlockingRule;
import aftermath.matching.Comparisons;
import aftermath.matching.Evidence;
import aftermath.matching.Evidence.Kind;
import aftermath.matching.MatchWeights;
import aftermath.matching.Training;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What agreement and disagreement are worth, as learnt from the pairs at hand. */
public final class LearntWeights {
  /** The place of the priors, which belong to no comparison. */
  static final int PRIOR = -1;

  /** Weights are rounded, so that they do not tell in which order a sum was made. */
  private static final double ROUNDED = 1e6;

  public static final Table TABLE =
      Table.table("silver.match_weights")
          .comment("One row per comparison and degree of agreement, and per prior")
          .columns(
              """
              comparison INT    NOT NULL COMMENT 'place of the comparison in every pattern; -1: a prior',
              attribute  STRING NOT NULL COMMENT 'compared attribute; of a prior: the kind of pairs',
              agreement  STRING NOT NULL COMMENT 'degree of agreement; of a prior: prior',
              number     INT    NOT NULL COMMENT 'number of the degree in a pattern',
              m          DOUBLE          COMMENT 'share of the pairs of one person that agree so',
              u          DOUBLE          COMMENT 'share of the pairs of different people that agree so',
              weight     DOUBLE NOT NULL COMMENT 'match weight in bits: log2(m / u); of a prior: log2 of the odds'
              """)
          .key("comparison", "attribute", "agreement");

  private LearntWeights() {}

  public static Model model(Incident incident, Matching matching) {
    var compared = Compared.of(incident, matching);
    Comparisons comparisons = compared.comparisons();
    List<BlockingRule> rules = new Blocking(compared, matching).rules();
    return Model.model(TABLE)
        .from(MatchPatterns.TABLE)
        .as(patterns -> derive(patterns, comparisons, rules))
        .dependingOn(matching);
  }

  static Dataset<Row> derive(
      Dataset<Row> patterns, Comparisons comparisons, List<BlockingRule> rules) {
    MapPartitionsFunction<Row, Row> learn = rows -> learnt(rows, comparisons, rules);
    return patterns
        .select("kind", "rules", "pattern", "pairs", "rarity")
        .coalesce(1)
        .mapPartitions(learn, Encoders.row(TABLE.schema()))
        .select(
            TABLE.columnNames().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new));
  }

  private static Iterator<Row> learnt(
      Iterator<Row> patterns, Comparisons comparisons, List<BlockingRule> rules) {
    Map<String, List<Kind>> kinds = new HashMap<>();
    patterns.forEachRemaining(
        row ->
            kinds
                .computeIfAbsent(row.getString(0), kind -> new ArrayList<>())
                .add(new Kind(row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4))));
    var candidates = new ArrayList<>(kinds.getOrDefault(MatchPatterns.RECORDS, List.of()));
    candidates.addAll(kinds.getOrDefault(MatchPatterns.SAME, List.of()));
    candidates.addAll(kinds.getOrDefault(MatchPatterns.KNOWN, List.of()));
    var evidence = new Evidence(candidates, kinds.getOrDefault(MatchPatterns.RANDOM, List.of()));
    MatchWeights weights = Training.weights(comparisons, rules, evidence);
    var rows = new ArrayList<Row>();
    rows.add(prior(weights, kinds, MatchPatterns.RECORDS, MatchPatterns.ALL_RECORDS));
    rows.add(prior(weights, kinds, MatchPatterns.KNOWN, MatchPatterns.ALL_KNOWN));
    for (int at = 0; at < comparisons.count(); at++) {
      for (Agreement agreement : comparisons.all().get(at).agreements()) {
        rows.add(
            RowFactory.create(
                at,
                comparisons.all().get(at).attribute(),
                agreement.name().toLowerCase(Locale.ROOT),
                agreement.ordinal(),
                rounded(weights.matching(at, agreement)),
                rounded(weights.chance(at, agreement)),
                rounded(weights.weight(at, agreement))));
      }
    }
    return rows.iterator();
  }

  private static Row prior(
      MatchWeights weights, Map<String, List<Kind>> kinds, String kind, String all) {
    double allPairs = kinds.getOrDefault(all, List.of()).stream().mapToLong(Kind::pairs).sum();
    List<Kind> candidates = Evidence.inOrder(kinds.getOrDefault(kind, List.of()));
    double prior = Training.prior(weights, candidates, allPairs);
    return RowFactory.create(PRIOR, kind, "prior", 0, null, null, rounded(prior));
  }

  private static double rounded(double number) {
    return Math.round(number * ROUNDED) / ROUNDED;
  }
}
