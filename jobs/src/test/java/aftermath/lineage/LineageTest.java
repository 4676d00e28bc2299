package aftermath.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.testing.IncidentFiles;
import aftermath.testing.SparkSessionForTests;
import com.fasterxml.jackson.databind.JsonNode;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.OpenLineageClientUtils;
import io.openlineage.client.transports.Transport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionForTests.class)
class LineageTest {
  private static final Clock THEN =
      Clock.fixed(Instant.parse("2025-07-01T00:00:00Z"), ZoneOffset.UTC);

  private final List<String> sent = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Incident incident = IncidentFiles.demo();
  private final Pipeline pipeline = BreachPipeline.of(incident, PseudonymKey.NONE);
  private final SparkSession spark;

  @TempDir private Path folder;

  LineageTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void everyTableThatIsMadeTellsWhatItIsMadeFrom() {
    Lineage lineage = lineage(keeping());
    lineage.runBegins();
    for (Model model : pipeline.inOrder()) {
      lineage.begins(model.table().name());
      lineage.ends(model.table().name(), 7, Duration.ofSeconds(1));
    }
    lineage.runEnds();

    SentEvents events = SentEvents.of(sent);
    events.assertKeepTheSpecification();
    events.assertWhatBeginsEnds();
    assertEquals(2 * pipeline.models().size() + 2, events.events().size());
    for (Model model : pipeline.models()) {
      JsonNode made = events.of("COMPLETE", "demo." + model.table().name()).get(0);
      assertEquals(model.inputs().size(), made.path("inputs").size(), model.table().name());
      JsonNode output = made.path("outputs").get(0);
      assertEquals("file", output.path("namespace").asText());
      assertTrue(output.path("name").asText().endsWith(model.table().shortName()));
      assertEquals(7, output.at("/outputFacets/outputStatistics/rowCount").asInt());
      assertEquals(
          model.table().columnNames(),
          StreamSupport.stream(output.at("/facets/schema/fields").spliterator(), false)
              .map(field -> field.path("name").asText())
              .toList());
    }
  }

  @Test
  void aBronzeTableIsMadeFromThePathsOfItsSources() {
    Lineage lineage = lineage(keeping());
    lineage.begins("bronze.members");
    lineage.ends("bronze.members", 1, Duration.ZERO);
    JsonNode made = SentEvents.of(sent).of("COMPLETE", "demo.bronze.members").get(0);
    assertEquals("s3://bucket", made.at("/inputs/0/namespace").asText());
    assertEquals("in/members/*.csv", made.at("/inputs/0/name").asText());
  }

  @Test
  void aRunThatFailsSaysOfWhatKindAndQuotesNothing() {
    Lineage lineage = lineage(keeping());
    lineage.runBegins();
    lineage.begins("gold.fields");
    lineage.runFails(new IllegalStateException("The value 'ada@example.org' is odd"));

    SentEvents events = SentEvents.of(sent);
    events.assertKeepTheSpecification();
    events.assertWhatBeginsEnds();
    JsonNode failed = events.of("FAIL", "demo.gold.fields").get(0);
    assertTrue(
        failed.at("/run/facets/errorMessage/message").asText().startsWith("IllegalStateException"));
    assertEquals(1, events.of("FAIL", "demo").size());
    sent.forEach(event -> assertFalse(event.contains("ada@"), event));
  }

  @Test
  void whoDoesNotListenIsSaidOnceAndStopsNothing() {
    Lineage lineage = lineage(deaf());
    lineage.runBegins();
    lineage.begins("gold.fields");
    lineage.ends("gold.fields", 1, Duration.ZERO);
    lineage.runEnds();
    assertEquals(1, said.size());
    assertTrue(said.get(0).startsWith("Lineage cannot be told"), said::toString);
  }

  @Test
  void nothingIsSentUnlessTheEnvironmentAsksForIt() {
    assertEquals(Optional.empty(), LineageClient.of(Map.of(), said::add));
    Map<String, String> asked = Map.of(LineageClient.URL, "http://localhost:1");
    assertTrue(LineageClient.of(asked, said::add).isPresent());
    Map<String, String> disabled =
        Map.of(LineageClient.URL, "http://localhost:1", "OPENLINEAGE_DISABLED", "true");
    assertEquals(Optional.empty(), LineageClient.of(disabled, said::add));
  }

  @Test
  void dataIsCalledAsOthersCallIt() {
    assertEquals(new DatasetName("file", "/a/b"), DatasetName.of("/a/b"));
    assertEquals(new DatasetName("file", "/a/b"), DatasetName.of("file:/a/b"));
    assertEquals(new DatasetName("s3://b", "k/t"), DatasetName.of("s3a://b/k/t"));
    assertEquals(new DatasetName("hdfs://n:8020", "t"), DatasetName.of("hdfs://n:8020/t"));
  }

  private Lineage lineage(Transport transport) {
    return new Lineage(
        new LineageClient(new OpenLineageClient(transport), "aftermath", said::add),
        incident,
        pipeline,
        new Lakehouse(spark, folder.toString()),
        "s3a://bucket/in",
        "0.1.0",
        THEN,
        Progress.SILENT);
  }

  private Transport keeping() {
    return new Kept() {
      @Override
      public void emit(OpenLineage.RunEvent event) {
        sent.add(OpenLineageClientUtils.toJson(event));
      }
    };
  }

  private static Transport deaf() {
    return new Kept() {
      @Override
      public void emit(OpenLineage.RunEvent event) {
        throw new IllegalStateException("nobody there");
      }
    };
  }

  private abstract static class Kept extends Transport {
    @Override
    public void emit(OpenLineage.DatasetEvent event) {
      throw new AssertionError("no event of a run");
    }

    @Override
    public void emit(OpenLineage.JobEvent event) {
      throw new AssertionError("no event of a run");
    }
  }
}
