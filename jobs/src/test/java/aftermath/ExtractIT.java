package aftermath;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.disclosure.release.CellDice;
import aftermath.exposure.ExposureCube;
import aftermath.extract.ExtractMistake;
import aftermath.extract.Extraction;
import aftermath.extract.Extraction.Outcome;
import aftermath.extract.Signature;
import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import aftermath.lakehouse.Lakehouse;
import aftermath.notice.ReachCube;
import aftermath.ops.Ops;
import aftermath.pipeline.Table;
import aftermath.testing.DemoRun;
import aftermath.testing.SparkSessionForTests;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Releases of the demo: what goes out, what stays in, and what the next one may say. */
@ExtendWith({SparkSessionForTests.class, DemoRun.class})
class ExtractIT {
  private static final Instant FIRST = Instant.parse("2025-08-02T00:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private int releases;

  @Test
  void releasesAreSafeOneByOneAndTogether(DemoRun.Done demo)
      throws IOException, GeneralSecurityException {
    Lakehouse lakehouse = demo.warehouse().copyIn(folder).lakehouse();
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

    Outcome first = release(lakehouse, Optional.empty(), keys);
    assertEquals("initial", first.phase());
    assertTrue(first.audit().orElseThrow().isPassed());
    assertManifestsHold(first, keys);
    assertSuppressedCellsAreEmpty(first);
    assertNobodyIsNamed(first, demo);
    assertFormsSayWhatTablesSay(first);
    assertAuditsSpeakOfTheirOwnTables(first);
    assertMarksAreExplainedThatOccur(first);

    Outcome again = release(lakehouse, Optional.empty(), keys);
    assertTrue(again.folders().isEmpty(), "nothing has changed, nothing is written");

    grow(lakehouse, ExposureCube.table(incident()), 40);
    grow(lakehouse, ReachCube.table(incident()), 40);
    Outcome second = release(lakehouse, Optional.empty(), keys);
    assertEquals("follow-up", second.phase());
    assertTrue(second.audit().orElseThrow().isPassed());
    assertRestated(second, 40);
    assertAuditsSpeakOfTheirOwnTables(second);
    assertMarksAreExplainedThatOccur(second);
    assertNoChangeOfFewIsPublished(lakehouse);

    Outcome withdrawn = extraction(lakehouse, keys).withdraw("A test.", out());
    JsonNode notice = json(withdrawn, "OAIC", "manifest.json");
    assertEquals(second.number(), notice.get("withdraws").asInt());
    assertEquals(3, lakehouse.read(Ops.RELEASES).count());
  }

  @Test
  void withoutARunNothingIsReleased(SparkSession spark) throws IOException {
    var empty = new Lakehouse(spark, folder.resolve("empty").toString());
    var mistake = assertThrows(ExtractMistake.class, () -> release(empty, Optional.empty(), null));
    assertTrue(mistake.getMessage().contains("Run the incident first"), mistake::getMessage);
  }

  private Outcome release(Lakehouse lakehouse, Optional<String> phase, KeyPair keys)
      throws IOException {
    return extraction(lakehouse, keys).release(phase, "", out(), (cost, bound, inequalities) -> {});
  }

  private Extraction extraction(Lakehouse lakehouse, KeyPair keys) throws IOException {
    Clock clock = Clock.fixed(FIRST.plusSeconds(3600L * releases++), ZoneOffset.UTC);
    return new Extraction(
        incident(),
        lakehouse,
        clock,
        "test",
        keys == null ? Optional.empty() : signature(keys),
        new CellDice(new byte[] {1}));
  }

  private Optional<Signature> signature(KeyPair keys) throws IOException {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    Path file = Files.writeString(folder.resolve("key.pem"), pem);
    return Signature.ofEnvironment(Map.of("AFTERMATH_SIGNING_KEY_FILE", file.toString()));
  }

  private String out() {
    return folder.resolve("extracts").toString();
  }

  /** The demo with two small tables besides those of the forms: large ones take a minute. */
  private Incident incident() {
    try {
      String text = Files.readString(Path.of("conf", "demo.yaml"));
      String few =
          """
          extracts:
            - { name: age-and-reach, by: [age_band, reach], recipients: [Statistics] }
            - { name: tiers, by: [tier], measures: [people, records] }
          """;
      String others =
          """
            - { name: HHS, vocabulary: hhs, answers: { State: CA } }
            - { name: ICO, vocabulary: ico, jurisdiction: { dimension: country, value: GB } }
            - { name: Maine, vocabulary: maine, jurisdiction: { dimension: country, value: US } }
          """;
      String changed =
          text.replaceAll("(?s)\nextracts:.*", "\n" + few)
              .replace(
                  "  minimum_frequency: 10\n", "  minimum_frequency: 10\n  at_most_seconds: 20\n")
              .replace("kinds: { oaic:", "kinds: { hhs: Demographic, maine: Name, oaic:")
              .replace("\nrecipients:\n", "\nrecipients:\n" + others);
      return IncidentFile.read(Files.writeString(folder.resolve("demo.yaml"), changed));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** So many people more, all alike. */
  private static void grow(Lakehouse lakehouse, Table cube, long people) {
    Row some =
        lakehouse
            .read(cube)
            .where("region = 'NSW' AND tier = 'BRONZE' AND age_band = '45-64'")
            .head();
    var spark = lakehouse.spark();
    var more =
        spark.createDataFrame(List.of(some), cube.schema()).withColumn("people", lit(people));
    if (cube.columnNames().contains("records")) {
      more = more.withColumn("records", lit(people));
    }
    more.write().format("delta").mode("append").save(lakehouse.path(cube));
  }

  private void assertManifestsHold(Outcome outcome, KeyPair keys)
      throws IOException, GeneralSecurityException {
    for (String place : outcome.folders().values()) {
      byte[] manifest = Files.readAllBytes(Path.of(place, "manifest.json"));
      JsonNode files = JSON.readTree(manifest).get("files");
      assertTrue(files.size() > 5);
      for (JsonNode file : files) {
        byte[] content = Files.readAllBytes(Path.of(place, file.get("file").asText()));
        assertEquals(file.get("sha256").asText(), sha256(content), file::toString);
      }
      var signature = java.security.Signature.getInstance("Ed25519");
      signature.initVerify(keys.getPublic());
      signature.update(manifest);
      assertTrue(signature.verify(Files.readAllBytes(Path.of(place, "manifest.json.sig"))));
    }
  }

  /** Every form gives the number of people that the table of totals gives. */
  private static void assertFormsSayWhatTablesSay(Outcome outcome) throws IOException {
    long people = 2298;
    assertEquals(
        people, json(outcome, "HHS", "hhs.json").at("/Individuals Affected/value").asLong());
    assertEquals("CA", json(outcome, "HHS", "hhs.json").get("State").asText());
    assertEquals(
        people, json(outcome, "ICO", "ico.json").at("/number_of_data_subjects/value").asLong());
    assertEquals(
        67, json(outcome, "ICO", "ico.json").at("/data_subjects_in_the_uk/value").asLong());
    JsonNode maine = json(outcome, "Maine", "maine.json");
    assertEquals(people, maine.at("/total_number_of_persons_affected/value").asLong());
    assertEquals(54, maine.at("/total_number_of_maine_residents/value").asLong());
    assertFalse(maine.get("consumer_reporting_agencies_must_be_told").asBoolean());
    assertEquals(
        people,
        json(outcome, "European supervisory authority", "edpb.json")
            .at("/data_subjects/number/value")
            .asLong());
    assertEquals(
        people,
        json(outcome, "OAIC", "oaic.json").at("/individuals_affected_worldwide/value").asLong());
  }

  private static void assertSuppressedCellsAreEmpty(Outcome outcome) throws IOException {
    long leftOut = 0;
    for (List<String> line : lines(outcome)) {
      int size = line.size();
      boolean isLeftOut = line.get(size - 2).equals("Q");
      assertEquals(isLeftOut, line.get(size - 3).isEmpty(), line::toString);
      assertTrue(isLeftOut != line.get(size - 1).equals("F"), line::toString);
      long shown = isLeftOut ? 0 : Long.parseLong(line.get(size - 3));
      assertTrue(shown == 0 || shown >= 10, line::toString);
      leftOut += isLeftOut ? 1 : 0;
    }
    assertTrue(leftOut > 0);
  }

  private static List<List<String>> lines(Outcome outcome) throws IOException {
    var lines = new ArrayList<List<String>>();
    for (String place : outcome.folders().values()) {
      lines.addAll(lines(place));
    }
    return lines;
  }

  private static List<List<String>> lines(String place) throws IOException {
    var lines = new ArrayList<List<String>>();
    for (Path table : tables(place)) {
      Files.readAllLines(table).stream()
          .skip(1)
          .map(line -> List.of(line.split(",", -1)))
          .forEach(lines::add);
    }
    return lines;
  }

  private static List<Path> tables(String place) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(place, "tables"))) {
      return files.filter(file -> file.toString().endsWith(".csv")).toList();
    }
  }

  private static Set<String> tableNames(String place) throws IOException {
    return tables(place).stream()
        .map(file -> file.getFileName().toString().replace(".csv", ""))
        .collect(Collectors.toSet());
  }

  /** Of tables that others get not even the names. */
  private static void assertAuditsSpeakOfTheirOwnTables(Outcome outcome) throws IOException {
    var all = new HashSet<String>();
    for (String place : outcome.folders().values()) {
      all.addAll(tableNames(place));
    }
    for (String place : outcome.folders().values()) {
      Set<String> own = tableNames(place);
      String audit = Files.readString(Path.of(place, "audit.json"));
      var named = new HashSet<String>();
      JSON.readTree(audit).get("these_tables").forEach(table -> named.add(table.asText()));
      assertEquals(own, named);
      all.stream()
          .filter(table -> !own.contains(table))
          .forEach(table -> assertFalse(audit.contains(table), place + " " + table));
    }
  }

  private static void assertMarksAreExplainedThatOccur(Outcome outcome) throws IOException {
    for (Map.Entry<String, String> place : outcome.folders().entrySet()) {
      Set<String> marks =
          lines(place.getValue()).stream()
              .map(line -> line.get(line.size() - 1))
              .filter(mark -> !mark.equals("F"))
              .collect(Collectors.toSet());
      var explained = new HashSet<String>();
      json(outcome, place.getKey(), "manifest.json")
          .get("policy")
          .forEach(
              sentence -> {
                if (sentence.asText().matches("[A-Z] marks .*")) {
                  explained.add(sentence.asText().substring(0, 1));
                }
              });
      assertEquals(marks, explained, place.getKey());
    }
  }

  private void assertNobodyIsNamed(Outcome outcome, DemoRun.Done demo) throws IOException {
    var values = demo.personalValues();
    for (String place : outcome.folders().values()) {
      try (Stream<Path> files = Files.walk(Path.of(place))) {
        for (Path file : files.filter(ExtractIT::isText).toList()) {
          assertEquals(
              List.of(), values.foundIn(Files.readAllLines(file).stream()), file.toString());
        }
      }
    }
  }

  private static boolean isText(Path file) {
    return file.toString().matches(".*\\.(csv|json|html)");
  }

  private static void assertRestated(Outcome outcome, long more) throws IOException {
    String text =
        Files.readString(
            Path.of(outcome.folders().get("OAIC"), "restatement.csv"), StandardCharsets.UTF_8);
    List<String> everybody = text.lines().filter(line -> line.contains(",people(),")).toList();
    assertEquals(1, everybody.size(), text);
    assertTrue(everybody.get(0).endsWith("," + more), everybody::toString);
    try (var book = new ZipFile(Path.of(outcome.folders().get("OAIC"), "tables.xlsx").toFile())) {
      var sheets = book.getInputStream(book.getEntry("xl/workbook.xml")).readAllBytes();
      assertTrue(new String(sheets, StandardCharsets.UTF_8).contains("What has changed"));
    }
  }

  /** What both releases publish differs by nothing or by ten at least. */
  private static void assertNoChangeOfFewIsPublished(Lakehouse lakehouse) {
    var byCell = new TreeMap<String, List<Long>>();
    lakehouse
        .read(Ops.RELEASE_CELLS)
        .where("is_published")
        .orderBy("release")
        .collectAsList()
        .forEach(
            row ->
                byCell
                    .computeIfAbsent(row.getAs("cell"), cell -> new ArrayList<>())
                    .add(row.getAs("shown")));
    byCell.forEach(
        (cell, shown) -> {
          if (shown.size() == 2) {
            long moved = Math.abs(shown.get(1) - shown.get(0));
            assertFalse(moved > 0 && moved < 10, () -> cell + " " + shown);
          }
        });
  }

  private static JsonNode json(Outcome outcome, String recipient, String file) throws IOException {
    return JSON.readTree(Path.of(outcome.folders().get(recipient), file).toFile());
  }

  private static String sha256(byte[] content) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
