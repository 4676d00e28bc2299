package aftermath.identity.probable;

import static org.apache.spark.sql.functions.lit;

import aftermath.identity.Compared;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.Agreement;
import aftermath.matching.BlockingRule;
import aftermath.matching.Comparison;
import aftermath.matching.Comparisons;
import aftermath.matching.Evidence;
import aftermath.matching.Evidence.Kind;
import aftermath.matching.MatchWeights;
import aftermath.matching.MatchWeights.Shares;
import aftermath.matching.Priors;
import aftermath.matching.Scores;
import aftermath.matching.Training;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Digits of a number, so that it does not tell in which order a sum was made. */
  private static final MathContext DIGITS = new MathContext(9);

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
              u          DOUBLE          COMMENT 'share of the pairs of strangers that agree so',
              h          DOUBLE          COMMENT 'share of the pairs of two people of one household that agree so; null if households are not told apart',
              weight     DOUBLE NOT NULL COMMENT 'match weight in bits: log2(m / u); of a prior: log2 of the odds',
              weight_in_household DOUBLE COMMENT 'match weight against two people of one household in bits: log2(m / h); of a prior: log2 of the odds; null if households are not told apart',
              is_shared  BOOLEAN NOT NULL COMMENT 'whether households have the attribute in common'
              """)
          .key("comparison", "attribute", "agreement");

  private LearntWeights() {}

  public static Model model(Incident incident, Matching matching) {
    var compared = Compared.of(incident, matching);
    Comparisons comparisons = compared.comparisons();
    List<BlockingRule> rules = new Blocking(compared, matching).rules();
    return Model.model(TABLE)
        .from(MatchPatterns.TABLE, DecidedPatterns.TABLE)
        .as(
            (patterns, decided) ->
                derive(
                    patterns.unionByName(
                        decided.withColumn("rarity", lit(0d)).withColumn("own_rarity", lit(0d))),
                    comparisons,
                    rules,
                    saved(comparisons, matching)))
        .dependingOn(matching);
  }

  /** What an earlier matching learnt; null if this one is to learn. */
  private static MatchWeights saved(Comparisons comparisons, Matching matching) {
    Set<String> compared =
        comparisons.all().stream().map(Comparison::attribute).collect(Collectors.toSet());
    return matching.weights().isEmpty()
        ? null
        : MatchWeights.of(
            comparisons,
            matching.weights().stream()
                .filter(weight -> compared.contains(weight.attribute()))
                .map(
                    weight ->
                        new Shares(
                            weight.attribute(),
                            Agreement.valueOf(weight.agreement().toUpperCase(Locale.ROOT)),
                            weight.m(),
                            weight.h(),
                            weight.u()))
                .toList());
  }

  static Dataset<Row> derive(
      Dataset<Row> patterns,
      Comparisons comparisons,
      List<BlockingRule> rules,
      MatchWeights saved) {
    MapPartitionsFunction<Row, Row> learn = rows -> learnt(rows, comparisons, rules, saved);
    return patterns
        .select("kind", "rules", "pattern", "pairs", "rarity", "own_rarity")
        .coalesce(1)
        .mapPartitions(learn, Encoders.row(TABLE.schema()))
        .select(
            TABLE.columnNames().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new));
  }

  private static Iterator<Row> learnt(
      Iterator<Row> patterns,
      Comparisons comparisons,
      List<BlockingRule> rules,
      MatchWeights saved) {
    Map<String, List<Kind>> kinds = new HashMap<>();
    patterns.forEachRemaining(
        row ->
            kinds
                .computeIfAbsent(row.getString(0), kind -> new ArrayList<>())
                .add(
                    new Kind(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getDouble(4),
                        row.getDouble(5))));
    var candidates = new ArrayList<>(kinds.getOrDefault(MatchPatterns.RECORDS, List.of()));
    candidates.addAll(kinds.getOrDefault(MatchPatterns.SAME, List.of()));
    candidates.addAll(kinds.getOrDefault(MatchPatterns.KNOWN, List.of()));
    var evidence =
        new Evidence(
            candidates,
            kinds.getOrDefault(MatchPatterns.RANDOM, List.of()),
            kinds.getOrDefault(DecidedPatterns.DECIDED, List.of()));
    MatchWeights weights = saved == null ? Training.weights(comparisons, rules, evidence) : saved;
    var rows = new ArrayList<Row>();
    boolean told = comparisons.haveHouseholds();
    rows.add(prior(weights, kinds, MatchPatterns.RECORDS, MatchPatterns.ALL_RECORDS, told));
    rows.add(prior(weights, kinds, MatchPatterns.KNOWN, DecidedPatterns.ALL_KNOWN, told));
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
                told ? rounded(weights.household(at, agreement)) : null,
                rounded(weights.weight(at, agreement)),
                told ? rounded(weights.weightInHousehold(at, agreement)) : null,
                comparisons.isShared(at)));
      }
    }
    return rows.iterator();
  }

  private static Row prior(
      MatchWeights weights,
      Map<String, List<Kind>> kinds,
      String kind,
      String all,
      boolean haveHouseholds) {
    double allPairs = kinds.getOrDefault(all, List.of()).stream().mapToLong(Kind::pairs).sum();
    List<Kind> candidates = Evidence.inOrder(kinds.getOrDefault(kind, List.of()));
    var priors = Priors.of(weights, candidates, allPairs, haveHouseholds);
    Double overHouseholds = haveHouseholds ? rounded(priors.overHouseholds()) : null;
    return RowFactory.create(
        PRIOR,
        kind,
        "prior",
        0,
        null,
        null,
        null,
        rounded(priors.overStrangers()),
        overHouseholds,
        false);
  }

  /** The weights that the table's rows hold. */
  public static MatchWeights weights(Comparisons comparisons, List<Row> rows) {
    return MatchWeights.of(
        comparisons,
        rows.stream()
            .filter(row -> row.<Integer>getAs("comparison") != PRIOR)
            .map(LearntWeights::shares)
            .toList());
  }

  private static Shares shares(Row row) {
    double chance = row.getAs("u");
    Double household = row.getAs("h");
    return new Shares(
        row.getAs("attribute"),
        Agreement.valueOf(row.<String>getAs("agreement").toUpperCase(Locale.ROOT)),
        row.getAs("m"),
        household == null ? chance : household,
        chance);
  }

  /** What patterns are worth by the table's rows. */
  static Scores scores(Comparisons comparisons, List<Row> rows, Pairing pairing) {
    return new Scores(
        weights(comparisons, rows),
        pairing == Pairing.RECORDS ? priorsOfRecords(rows) : priorsWithKnown(rows),
        comparisons.count());
  }

  /** The priors that the table's rows hold for two records. */
  public static Priors priorsOfRecords(List<Row> rows) {
    return priors(rows, MatchPatterns.RECORDS);
  }

  /** The priors that the table's rows hold for a record and a known person. */
  public static Priors priorsWithKnown(List<Row> rows) {
    return priors(rows, MatchPatterns.KNOWN);
  }

  private static Priors priors(List<Row> rows, String kind) {
    Row prior =
        rows.stream()
            .filter(row -> row.<Integer>getAs("comparison") == PRIOR)
            .filter(row -> row.getAs("attribute").equals(kind))
            .findFirst()
            .orElseThrow();
    Double overHouseholds = prior.getAs("weight_in_household");
    return new Priors(
        prior.getAs("weight"), overHouseholds == null ? Double.POSITIVE_INFINITY : overHouseholds);
  }

  private static double rounded(double number) {
    return BigDecimal.valueOf(number).round(DIGITS).doubleValue();
  }
}
