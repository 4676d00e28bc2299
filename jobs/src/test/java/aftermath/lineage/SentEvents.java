package aftermath.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Events as they go out, held against what the specification of OpenLineage asks of a run event:
 * what is required, and in which form.
 */
public record SentEvents(List<JsonNode> events) {
  private static final Set<String> TYPES =
      Set.of("START", "RUNNING", "COMPLETE", "ABORT", "FAIL", "OTHER");

  /** Each line is an event. */
  public static SentEvents of(List<String> lines) {
    var mapper = new ObjectMapper();
    return new SentEvents(
        lines.stream()
            .map(
                line -> {
                  try {
                    return mapper.readTree(line);
                  } catch (JsonProcessingException e) {
                    throw new AssertionError("not JSON: " + line, e);
                  }
                })
            .toList());
  }

  /** Fails where an event is not as the specification asks. */
  public void assertKeepTheSpecification() {
    assertTrue(!events.isEmpty(), "no event was sent");
    for (JsonNode event : events) {
      OffsetDateTime.parse(text(event, "eventTime"));
      assertIsAddress(text(event, "producer"));
      assertIsAddress(text(event, "schemaURL"));
      assertTrue(text(event, "schemaURL").endsWith("RunEvent"), event::toString);
      assertTrue(TYPES.contains(text(event, "eventType")), event::toString);
      UUID.fromString(text(event.path("run"), "runId"));
      assertIsNamed(event.path("job"));
      assertFacets(event.path("run").path("facets"));
      assertFacets(event.path("job").path("facets"));
      JsonNode parent = event.path("run").path("facets").path("parent");
      if (!parent.isMissingNode()) {
        UUID.fromString(text(parent.path("run"), "runId"));
        assertIsNamed(parent.path("job"));
      }
      event.path("inputs").forEach(SentEvents::assertIsDataset);
      event.path("outputs").forEach(SentEvents::assertIsDataset);
    }
  }

  /** Every run that began has one end. */
  public void assertWhatBeginsEnds() {
    for (JsonNode event : events) {
      if (text(event, "eventType").equals("START")) {
        String run = text(event.path("run"), "runId");
        List<String> later =
            events.stream()
                .filter(other -> text(other.path("run"), "runId").equals(run))
                .map(other -> text(other, "eventType"))
                .toList();
        assertEquals(2, later.size(), event::toString);
        assertTrue(Set.of("COMPLETE", "FAIL").contains(later.get(1)), later::toString);
      }
    }
  }

  /** The events of one type about one job. */
  public List<JsonNode> of(String type, String job) {
    return events.stream()
        .filter(event -> text(event, "eventType").equals(type))
        .filter(event -> text(event.path("job"), "name").equals(job))
        .toList();
  }

  private static void assertIsDataset(JsonNode dataset) {
    assertIsNamed(dataset);
    assertFacets(dataset.path("facets"));
    assertFacets(dataset.path("inputFacets"));
    assertFacets(dataset.path("outputFacets"));
    for (JsonNode field : dataset.path("facets").path("schema").path("fields")) {
      text(field, "name");
      text(field, "type");
    }
  }

  private static void assertFacets(JsonNode facets) {
    for (JsonNode facet : facets) {
      assertIsAddress(text(facet, "_producer"));
      assertIsAddress(text(facet, "_schemaURL"));
    }
  }

  private static void assertIsNamed(JsonNode thing) {
    assertTrue(!text(thing, "namespace").isBlank(), thing::toString);
    assertTrue(!text(thing, "name").isBlank(), thing::toString);
  }

  private static void assertIsAddress(String text) {
    assertTrue(URI.create(text).isAbsolute(), text);
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    assertTrue(value.isTextual(), () -> name + " is missing: " + node);
    return value.asText();
  }
}
