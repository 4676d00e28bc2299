package aftermath.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Findings MIXED =
      new Findings(
          List.of(
              Finding.ok("java", "Java 17"),
              Finding.warning("source letters", "no file"),
              Finding.missing("key", "There is no key.")));

  @Test
  void everyFindingIsALineAndTheSummaryIsTheLast() {
    List<String> lines = MIXED.text().lines().toList();
    assertEquals("ok       java                         Java 17", lines.get(0));
    assertEquals("missing  key                          There is no key.", lines.get(2));
    assertEquals("Not ready: 3 things looked at, 1 missing, 1 warning.", lines.get(4));
  }

  @Test
  void whateverIsMissingStandsInTheWayAndAWarningDoesNot() {
    assertFalse(MIXED.isReady());
    var warned = new Findings(MIXED.all().subList(0, 2));
    assertTrue(warned.isReady());
    assertTrue(warned.text().contains("Ready to run"), warned::text);
  }

  @Test
  void programsGetTheSameAsJson() throws Exception {
    var report = new ObjectMapper().readTree(MIXED.json());
    assertFalse(report.get("ready").asBoolean());
    assertEquals(3, report.get("findings").size());
    assertEquals("missing", report.get("findings").get(2).get("standing").asText());
    assertEquals("There is no key.", report.get("findings").get(2).get("sentence").asText());
  }
}
