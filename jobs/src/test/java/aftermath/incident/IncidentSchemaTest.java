package aftermath.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema that editors complete by says the same as the reader. */
class IncidentSchemaTest {

  private static final Path FILE = Path.of("conf/incident.schema.json");
  private static final String UNKNOWN = "zzzz";
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonNode SCHEMA = new ObjectMapper().readTree(FILE.toFile());

  @TempDir private Path folder;

  static Stream<Path> incidents() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("conf"));
        Stream<Path> ofLinkage = Files.list(Path.of("ci/linkage"))) {
      return Stream.concat(files, ofLinkage)
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(IncidentSchemaTest::isIncident)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void everyIncidentFitsTheSchemaAndIsRead(Path file) throws IOException {
    assertEquals(List.of(), validator().validate(Files.readString(file), InputFormat.YAML));
    assertFalse(IncidentFile.read(file).id().isEmpty());
  }

  @Test
  void theSmallestIncidentFitsTheSchema() {
    assertEquals(List.of(), validator().validate(Examples.SMALLEST, InputFormat.YAML));
  }

  @Test
  void theSchemaIsAValidSchema() throws IOException {
    Schema ofSchemas =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(SCHEMA.get("$schema").asString()));

    assertEquals(List.of(), ofSchemas.validate(Files.readString(FILE), InputFormat.JSON));
  }

  @Test
  void everyKeyOfTheSchemaHasADescription() {
    Set<String> without = new TreeSet<>();
    everyObjectSchema(
        SCHEMA,
        "",
        (path, schema) ->
            schema
                .path("properties")
                .properties()
                .forEach(
                    property -> {
                      JsonNode value = property.getValue();
                      JsonNode target = value.has("description") ? value : resolved(value);
                      if (!target.has("description")) {
                        without.add(path + "/" + property.getKey());
                      }
                    }));

    assertEquals(Set.of(), without);
  }

  /** The reader's sentence on an unknown key lists the keys that it knows; so does the schema. */
  @Test
  void theReaderKnowsTheKeysThatTheSchemaKnows() throws IOException {
    Map<String, Set<String>> ofSchema = new TreeMap<>();
    Map<String, Set<String>> ofReader = new TreeMap<>();
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode incident : completeIncidents()) {
      walk(
          incident,
          SCHEMA,
          "",
          (object, schema, path) -> {
            if (schema.has("properties")) {
              seen.add(schema);
              ofSchema.put(path, new TreeSet<>(schema.get("properties").propertyNames()));
              ofReader.put(path, keysThatTheReaderExpects(incident, object, path));
            }
          });
    }

    assertEquals(ofSchema, ofReader);
    everyObjectSchema(
        SCHEMA, "", (path, schema) -> assertTrue(seen.contains(schema), path + " is not tried"));
  }

  /** What the schema requires, the reader misses, and the other way round. */
  @Test
  void theReaderNeedsTheKeysThatTheSchemaNeeds() throws IOException {
    for (JsonNode incident : completeIncidents()) {
      walk(
          incident,
          SCHEMA,
          "",
          (object, schema, path) -> {
            if (schema.has("properties")) {
              Set<String> required = new TreeSet<>();
              schema.path("required").forEach(key -> required.add(key.asString()));
              for (String key : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(key);
                object.remove(key);
                boolean misses =
                    mistakes(incident).stream()
                        .anyMatch(
                            mistake ->
                                mistake.path().equals(path.isEmpty() ? key : path + "." + key)
                                    && mistake.expected().contains("which is required"));
                object.set(key, value);
                if (!dependsOnAnotherKey(path, key)) {
                  assertEquals(required.contains(key), misses, path + "." + key);
                }
              }
            }
          });
    }
  }

  @Test
  void theSchemaListsTheWordsOfTheVocabularies() {
    assertEquals(words(AttributeType.values()), wordsAt("/$defs/attribute/properties/type/enum"));
    assertEquals(words(Detector.values()), wordsAt("/properties/not_on_platform/items/enum"));
    assertEquals(words(Format.values()), wordsAt("/$defs/notice_source/properties/format/enum"));
    assertEquals(
        words(NoticeEventType.values()),
        wordsAt("/$defs/notice/properties/events/additionalProperties/enum"));
    assertEquals(
        words(ResponseEventType.values()),
        wordsAt("/$defs/response/properties/events/additionalProperties/enum"));
    assertEquals(
        words(Role.values()),
        new TreeSet<>(SCHEMA.at("/properties/sources/properties").propertyNames()));
    assertEquals(
        new TreeSet<>(Timeline.moments()),
        wordsAt("/properties/notices/properties/deadlines/items/properties/after/enum"));
    assertEquals(
        new TreeSet<>(Vocabulary.causes()), wordsAt("/properties/cause/properties/source/enum"));
  }

  /**
   * A provider's own format needs no columns and no words; the schema leaves that to the reader.
   */
  private static boolean dependsOnAnotherKey(String path, String key) {
    boolean dependsOnTheFormat =
        path.startsWith("sources.notice_events[")
            && (key.equals("columns") || key.equals("events") || path.endsWith(".columns"));
    boolean dependsOnTheColumns =
        path.startsWith("sources.response_events[") && key.equals("topics");
    boolean dependsOnMatching = path.equals("linking") && key.equals("known");
    return dependsOnTheFormat || dependsOnTheColumns || dependsOnMatching;
  }

  private Set<String> keysThatTheReaderExpects(JsonNode incident, ObjectNode object, String path) {
    object.put(UNKNOWN, "x");
    String where = path.isEmpty() ? UNKNOWN : path + "." + UNKNOWN;
    List<Mistake> mistakes = mistakes(incident);
    object.remove(UNKNOWN);
    Mistake unknown =
        mistakes.stream().filter(it -> it.path().equals(where)).findFirst().orElseThrow();
    return new TreeSet<>(Arrays.asList(unknown.expected().replace("one of ", "").split(", ")));
  }

  private List<Mistake> mistakes(JsonNode incident) {
    try {
      Path file =
          Files.writeString(folder.resolve("incident.yaml"), YAML.writeValueAsString(incident));
      IncidentFile.read(file);
      return List.of();
    } catch (IncidentMistakes e) {
      return e.mistakes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Incidents that together have every object that the schema knows. */
  private static List<JsonNode> completeIncidents() throws IOException {
    JsonNode one = YAML.readTree(Files.readString(Path.of("conf/qantas-2025.yaml")));
    ObjectNode response =
        (ObjectNode)
            YAML.readTree(
                """
                { name: calls, format: csv, paths: [calls.csv],
                  columns: { event: [WHAT], occurred_at: [WHEN], person: [WHO], topic: [ABOUT] },
                  response: { provider: centre, channel: line, person_attribute: customer_id,
                    events: { A: answered }, topics: { B: b } } }
                """);
    ((ObjectNode) one.get("sources")).putArray("response_events").add(response);
    ((ObjectNode) one)
        .set(
            "responses",
            YAML.readTree("{ answered_within_seconds: 30, short_abandon_seconds: 10 }"));
    ObjectNode decisions =
        (ObjectNode)
            YAML.readTree(
                """
                { name: clerks, format: csv, paths: [clerks.csv],
                  columns: { record: [ONE], other: [OTHER], decision: [SAID] } }
                """);
    ((ObjectNode) one.get("sources")).putArray("link_decisions").add(decisions);
    ((ObjectNode) one.get("linking"))
        .set("matching", YAML.readTree("{ largest_block: 50, same_at: 0.9, compare: [email] }"));
    ((ObjectNode) one.get("notices"))
        .set(
            "health",
            YAML.readTree(
                """
                { bounce: { review: 0.04, pause: 0.08 }, complaint: { review: 0.001, pause: 0.003 } }
                """));
    return List.of(one, YAML.readTree(Examples.SMALLEST));
  }

  private interface Visit {
    void of(ObjectNode object, JsonNode schema, String path);
  }

  private interface VisitSchema {
    void of(String path, JsonNode schema);
  }

  /** Walks a value and its schema side by side. */
  private static void walk(JsonNode value, JsonNode pointer, String path, Visit visit) {
    JsonNode schema = resolved(pointer);
    if (value instanceof ObjectNode object) {
      visit.of(object, schema, path);
      for (String key : List.copyOf(object.propertyNames())) {
        JsonNode inner =
            schema.has("properties")
                ? schema.get("properties").get(key)
                : schema.get("additionalProperties");
        walk(object.get(key), inner, path.isEmpty() ? key : path + "." + key, visit);
      }
    } else if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        walk(list.get(i), schema.get("items"), path + "[" + i + "]", visit);
      }
    }
  }

  private static void everyObjectSchema(JsonNode node, String path, VisitSchema visit) {
    if (node.has("additionalProperties") && node.has("properties")) {
      visit.of(path, node);
    }
    node.properties()
        .forEach(
            property ->
                everyObjectSchema(property.getValue(), path + "/" + property.getKey(), visit));
  }

  private static JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? SCHEMA.at(schema.get("$ref").asString().substring(1)) : schema;
  }

  private static Set<String> words(Enum<?>... constants) {
    Set<String> words = new TreeSet<>();
    Arrays.stream(constants).map(Item::wordOf).forEach(words::add);
    return words;
  }

  private static Set<String> wordsAt(String pointer) {
    Set<String> words = new TreeSet<>();
    Consumer<JsonNode> add = word -> words.add(word.asString().replace('-', '_'));
    SCHEMA.at(pointer).forEach(add);
    return words;
  }

  private static Schema validator() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);
  }

  private static boolean isIncident(Path file) {
    try {
      return Files.readString(file).contains("$schema=incident.schema.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
