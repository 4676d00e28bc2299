package aftermath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.present.dashboard.Dashboard;
import aftermath.testing.DemoProcess;
import aftermath.testing.DemoRun;
import aftermath.testing.SparkSessionForTests;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of the demo. */
@ExtendWith({SparkSessionForTests.class, DemoRun.class})
class DashboardIT {
  private static final int MOST_BYTES = 3_000_000;
  private static final Pattern DATA =
      Pattern.compile("<script id=\"data\" type=\"application/json\">(.*?)</script>");
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2025-08-20T00:00:00Z"), ZoneOffset.UTC);
  private static String page;

  @Test
  void everyQuestionIsAnsweredInOneSmallFile(DemoRun.Done demo) {
    String page = page(demo);

    int size = page.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(size < MOST_BYTES, () -> size + " bytes");
    for (String question : List.of("how-many", "exposed", "whom", "told", "responding", "trust")) {
      assertTrue(page.contains("<section id=\"" + question + "\""), question);
    }
    assertTrue(page.contains("2,298 people are affected, between 2,291 and 2,298."));
    assertTrue(page.contains("2,233 of 2,286 people who must be told are reached"));
    assertTrue(page.contains("All 11 control totals of the newest run add up."));
  }

  @Test
  void figuresAreThoseOfTheTables(DemoRun.Done demo) throws Exception {
    JsonNode data = data(page(demo));

    assertEquals(11, data.at("/exposed/fields/rows").size());
    assertEquals(2298, people(data.at("/exposed/combinations"), 1) + others(data));
    assertEquals(2298, people(data.at("/told/reach"), 5));
    assertEquals(10, data.get("minimum").asInt());
  }

  @Test
  void everyFigureNamesItsVersionItsTimeAndItsMeaning(DemoRun.Done demo) throws Exception {
    JsonNode tables = data(page(demo)).get("tables");

    JsonNode counts = tables.get("gold.affected_counts");
    assertTrue(counts.get("version").isIntegralNumber());
    assertEquals("2025-12-01T11:00", counts.get("made_at").asText(), "in the incident's zone");
    tables.forEach(
        table -> table.get("columns").forEach(meaning -> assertNotEquals("", meaning.asText())));
    assertTrue(tables.get("gold.link_quality").get("version").isNull(), "nothing is matched");
  }

  @Test
  void theStampIsThatOfTheVersions(DemoRun.Done demo) throws Exception {
    assertEquals(dashboard(demo).stamp(), data(page(demo)).get("stamp").asText());
  }

  @Test
  void aWarehouseThatHasNotBeenRunIsAMistakeOfWhoeverAsks(@TempDir Path folder) {
    DemoProcess process =
        DemoProcess.start(
            folder.resolve("never"),
            "dashboard",
            "conf/demo.yaml",
            "--warehouse",
            folder.resolve("never").toString(),
            "--out",
            folder.resolve("page.html").toString());

    assertEquals(2, process.exitCode(), process::output);
    assertTrue(process.output().contains("Run `./aftermath run` first"), process::output);
  }

  /** Made once: all tests look at the same one. */
  private static synchronized String page(DemoRun.Done demo) {
    if (page == null) {
      page = dashboard(demo).page();
    }
    return page;
  }

  private static Dashboard dashboard(DemoRun.Done demo) {
    return new Dashboard(demo.warehouse().incident(), demo.warehouse().lakehouse(), NOW);
  }

  private static JsonNode data(String page) throws Exception {
    Matcher data = DATA.matcher(page);
    assertTrue(data.find());
    return new ObjectMapper().readTree(data.group(1));
  }

  private static long people(JsonNode table, int column) {
    long people = 0;
    for (JsonNode row : table.get("rows")) {
      people += row.get(column).asLong();
    }
    return people;
  }

  private static long others(JsonNode data) {
    return data.at("/exposed/others/people").asLong();
  }
}
