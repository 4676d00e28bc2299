package aftermath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.testing.Logging;
import aftermath.testing.ProgramProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the log looks like, and what never stands in it. */
class LogLinesTest {

  @Test
  void everyLineIsOneJsonObjectWhenAskedFor() throws Exception {
    ProgramProcess.Ended logged = logged(Map.of("AFTERMATH_LOG_FORMAT", "json"));
    List<String> lines = logged.err().lines().toList();
    assertEquals(3, lines.size(), logged::err);
    var mapper = new ObjectMapper();
    for (String line : lines) {
      JsonNode entry = mapper.readTree(line);
      assertTrue(entry.path("@timestamp").asText().endsWith("Z"), line);
      assertEquals(Logging.class.getName(), entry.path("log.logger").asText());
    }
    assertEquals("ERROR", mapper.readTree(lines.get(0)).path("log.level").asText());
    assertEquals(
        "java.lang.IllegalStateException",
        mapper.readTree(lines.get(0)).path("error.type").asText());
    assertEquals("Nothing odd: 7", mapper.readTree(lines.get(2)).path("message").asText());
  }

  @Test
  void asTextItIsForPeople() throws Exception {
    ProgramProcess.Ended logged = logged(Map.of());
    assertTrue(logged.err().contains("INFO  Logging: Nothing odd: 7"), logged::err);
    assertTrue(logged.err().contains("java.lang.IllegalStateException"), logged::err);
  }

  @Test
  void noValueThatAFailureQuotesIsInItWhateverTheForm() throws Exception {
    for (String form : List.of("json", "text")) {
      ProgramProcess.Ended logged = logged(Map.of("AFTERMATH_LOG_FORMAT", form));
      assertTrue(logged.err().contains("Exception in task 0.0"), logged::err);
      assertFalse(logged.err().contains("ada@"), logged::err);
      assertFalse(logged.err().contains("Neil"), logged::err);
    }
  }

  @Test
  void theLogStaysAwayFromWhatPeopleRead() throws Exception {
    assertEquals("", logged(Map.of()).out());
  }

  private static ProgramProcess.Ended logged(Map<String, String> environment) throws Exception {
    var all = new java.util.HashMap<>(environment);
    all.put("AFTERMATH_LOG", "info");
    return ProgramProcess.run(Logging.class, all);
  }
}
