package aftermath.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.identity.probable.LinkQuality;
import aftermath.matching.Agreement;
import aftermath.matching.Priors;
import aftermath.matching.Waterfall;
import aftermath.matching.Waterfall.Step;
import aftermath.present.LinkExplained.Evidence;
import aftermath.present.LinkExplained.Side;
import aftermath.present.LinkPage.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

class LinkPageTest {
  private static final List<Row> QUALITY =
      List.of(
          row("match weight", "-3", "records", 40, "pairs"),
          row("agreement", "email", "exact", 19.5, "bits"),
          row("agreement", "records", "prior", -18.5, "bits"),
          row("weight with itself", "12", "", 7, "records"),
          row("blocking rule", "roughly email", "in use", 5, "pairs"),
          row("records of a person", "2", "", 9, "people"));

  private static final Pair PAIR = pair(Optional.empty());

  @Test
  void everyNumberOfLinkQualityIsInAPicture() throws IOException {
    JsonNode data = data(LinkPage.text("A breach", .5, QUALITY, Optional.empty()));

    assertEquals(40, data.at("/histogram/0/pairs").asInt());
    assertEquals(19.5, data.at("/weights/0/bits").asDouble());
    assertEquals(1, data.get("weights").size(), "priors are no agreement");
    assertEquals(7, data.at("/own/0/records").asInt());
    assertEquals("roughly email", data.at("/rules/0/name").asText());
    assertEquals(9, data.at("/sizes/0/people").asInt());
    assertFalse(data.has("pair"));
  }

  @Test
  void theBarsOfAWaterfallAddUpToTheMatchWeight() throws IOException {
    JsonNode pair = drawn(PAIR);
    double sum = pair.get("prior").asDouble();
    for (JsonNode step : pair.get("steps")) {
      sum += step.get("bits").asDouble();
    }

    assertEquals(pair.get("weight").asDouble(), sum, 1e-9);
    assertEquals("two people", pair.get("verdict").asText());
  }

  @Test
  void aPairThatAClerkDecidedIsHeadedSoAndItsWeightSaidNotToCount() throws IOException {
    JsonNode decided = drawn(pair(Optional.of("different")));
    JsonNode undecided = drawn(PAIR);

    assertEquals("two people, as a clerk decided", decided.get("verdict").asText());
    assertTrue(
        decided.get("clerk").asText().startsWith("A clerk decided that they are two people."));
    assertTrue(decided.get("clerk").asText().endsWith("it did not count."));
    assertEquals("", undecided.get("clerk").asText());
  }

  @Test
  void aDecisionThatDoesNotHoldIsNotTheVerdict() throws IOException {
    JsonNode pair = drawn(pair(Optional.of("same")));

    assertEquals("two people", pair.get("verdict").asText());
    assertTrue(pair.get("clerk").asText().contains("That is not honoured"));
  }

  @Test
  void noValueIsOnThePageAndNothingIsLoadedFromElsewhere() {
    String page = LinkPage.text("A breach", .5, QUALITY, Optional.of(PAIR));

    assertFalse(page.contains("CATHERINE") || page.contains("CATHARINE"));
    assertFalse(page.contains("<script src") || page.contains("<link "));
  }

  @Test
  void aTitleCannotCloseTheScriptThatHoldsIt() {
    String page = LinkPage.text("</script><b>", .5, QUALITY, Optional.empty());

    assertTrue(page.contains("<\\/script><b>"));
  }

  private static Pair pair(Optional<String> decision) {
    return new Pair(
        new Side("CS-1", 7, "matched", null),
        new Side("CS-2", 8, "unlinked", null),
        new Evidence(
            List.of("CATHERINE"),
            List.of("CATHARINE"),
            new Waterfall(
                new Priors(-12, 2), List.of(new Step("given_name", Agreement.CLOSE, 4, 3)), true),
            List.of("email"),
            .5,
            decision));
  }

  private static JsonNode drawn(Pair pair) throws IOException {
    return data(LinkPage.text("A breach", .5, QUALITY, Optional.of(pair))).get("pair");
  }

  private static JsonNode data(String page) throws IOException {
    String before = "<script id=\"data\" type=\"application/json\">";
    int from = page.indexOf(before) + before.length();
    return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }

  private static Row row(String subject, String item, String detail, double amount, String unit) {
    return new GenericRowWithSchema(
        new Object[] {subject, item, detail, amount, unit}, LinkQuality.TABLE.schema());
  }
}
