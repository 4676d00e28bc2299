package aftermath.present;

import aftermath.matching.Agreement;
import aftermath.matching.MatchWeights;
import aftermath.present.LinkExplained.Evidence;
import aftermath.present.LinkExplained.Side;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/**
 * How records were matched, as a page of pictures that needs nothing but a browser: what agreement
 * is worth, pairs by match weight, records that cannot be linked, and the waterfall of one pair.
 */
public final class LinkPage {
  private static final String CHARTS = "echarts-6.1.0.min.js";
  private static final ObjectMapper JSON = new ObjectMapper();

  private LinkPage() {}

  /**
   * Two records that the page is to explain.
   *
   * @param evidence with values, of which the page shows masks
   */
  public record Pair(Side one, Side other, Evidence evidence) {}

  /**
   * The page.
   *
   * @param title of the incident
   * @param sameAt probability from which two records are one person
   * @param quality rows of gold.link_quality
   */
  public static String text(String title, double sameAt, List<Row> quality, Optional<Pair> pair) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(
        "about",
        "%s. Records are joined from a probability of %s. No value of a person is on this page."
            .formatted(title, sameAt));
    data.put("joinedFrom", MatchWeights.weightOf(sameAt));
    data.put(
        "weights",
        of("agreement", quality, LinkPage::isGrade, row -> named(row, "attribute", "agreement")));
    data.put("histogram", of("match weight", quality, row -> true, LinkPage::pairs));
    data.put("own", of("weight with itself", quality, row -> true, LinkPage::own));
    data.put("rules", of("blocking rule", quality, row -> true, LinkPage::rule));
    data.put("sizes", of("records of a person", quality, row -> true, LinkPage::size));
    pair.ifPresent(two -> data.put("pair", waterfall(two)));
    // A value within a script element must not close it.
    return resource("link_page.html")
        .replace("/*DATA*/", json(data).replace("</", "<\\/"))
        .replace("/*ECHARTS*/", resource(CHARTS));
  }

  private static List<Map<String, Object>> of(
      String subject,
      List<Row> quality,
      java.util.function.Predicate<Row> wanted,
      Function<Row, Map<String, Object>> entry) {
    return quality.stream()
        .filter(row -> row.getAs("subject").equals(subject))
        .filter(wanted)
        .map(entry)
        .toList();
  }

  private static boolean isGrade(Row row) {
    return !row.getAs("detail").equals("prior");
  }

  private static Map<String, Object> named(Row row, String item, String detail) {
    return Map.of(
        item, row.getAs("item"), detail, row.getAs("detail"), "bits", row.getAs("amount"));
  }

  private static Map<String, Object> pairs(Row row) {
    return Map.of("bits", number(row), "kind", row.getAs("detail"), "pairs", row.getAs("amount"));
  }

  private static Map<String, Object> own(Row row) {
    return Map.of("bits", number(row), "records", row.getAs("amount"));
  }

  private static Map<String, Object> rule(Row row) {
    return Map.of("name", row.getAs("item"), "pairs", row.getAs("amount"));
  }

  private static Map<String, Object> size(Row row) {
    return Map.of("records", number(row), "people", row.getAs("amount"));
  }

  private static long number(Row row) {
    return Long.parseLong(row.getAs("item"));
  }

  private static Map<String, Object> waterfall(Pair pair) {
    Evidence evidence = pair.evidence();
    var steps = new ArrayList<Map<String, Object>>();
    for (int at = 0; at < evidence.waterfall().steps().size(); at++) {
      var step = evidence.waterfall().steps().get(at);
      steps.add(
          Map.of(
              "name",
              step.attribute(),
              "first",
              Masked.of(evidence.one().get(at)),
              "second",
              Masked.of(evidence.other().get(at)),
              "agreement",
              step.agreement().name().toLowerCase(Locale.ROOT),
              "bits",
              step.agreement() == Agreement.ABSENT ? 0 : step.bits()));
    }
    double strangers = evidence.waterfall().overStrangers();
    double weight = evidence.waterfall().weight();
    if (evidence.waterfall().haveHouseholds()) {
      steps.add(
          Map.of(
              "name", "one household?",
              "first", "",
              "second", "",
              "agreement", "",
              "bits", weight - strangers));
    }
    return Map.of(
        "verdict",
        verdict(pair),
        "clerk",
        ClerksWord.of(pair.one(), pair.other(), evidence.decision()).orElse(""),
        "prior",
        evidence.waterfall().priors().overStrangers(),
        "weight",
        weight,
        "steps",
        steps);
  }

  private static String verdict(Pair pair) {
    boolean isDecided =
        pair.evidence()
            .decision()
            .filter(said -> ClerksWord.isHonoured(pair.one(), pair.other(), said))
            .isPresent();
    return (pair.one().person() == pair.other().person() ? "one person" : "two people")
        + (isDecided ? ", as a clerk decided" : "");
  }

  private static String json(Map<String, Object> data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (var stream = LinkPage.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
