package aftermath.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentFileTest {

  @TempDir private Path folder;

  @Test
  void readsTheIncidentOf2025() {
    Incident incident = IncidentFile.read(Path.of("conf/qantas-2025.yaml"));

    assertEquals("qantas-2025", incident.id());
    assertEquals(ZoneId.of("Australia/Sydney"), incident.timeZone());
    assertEquals(Instant.parse("2025-06-30T04:00:00Z"), incident.timeline().awareAt());
    assertEquals(Optional.empty(), incident.timeline().assessedAt());
    assertEquals(18, incident.attributes().size());
    assertEquals(11, incident.fields().size());
    assertEquals(List.of("email"), incident.field("email").orElseThrow().from());
    assertEquals(
        List.of("street", "suburb", "postcode"), incident.field("address").orElseThrow().from());
    assertEquals(5, incident.segments().size());
    assertEquals(1, incident.sources(Role.IMPACTED_RECORDS).size());
    assertEquals(';', incident.sources(Role.MEMBERS).get(0).csv().delimiter());
    assertEquals(
        Map.of(
            "PRINTED", NoticeEventType.NOTED,
            "LODGED", NoticeEventType.SENT,
            "RETURNED", NoticeEventType.HARD_BOUNCED),
        incident.sources(Role.NOTICE_EVENTS).get(1).notice().orElseThrow().events());
    assertEquals(6, incident.linking().known().size());
    assertEquals(1.0, incident.severity().circumstances());
    assertEquals(List.of(Detector.values()), incident.notOnPlatform());
    assertEquals(10, incident.notices().channels().get(1).presumedDeliveredAfterDays());
    assertEquals("oaic", incident.recipients().get(0).vocabulary());
  }

  @Test
  void readsAnIncidentThatSharesNoAttributeWithTheOther() {
    Incident one = IncidentFile.read(Path.of("conf/qantas-2025.yaml"));
    Incident other = IncidentFile.read(Path.of("conf/british-airways-2018.yaml"));

    Set<String> common = new HashSet<>(one.attributes().keySet());
    common.retainAll(other.attributes().keySet());
    assertEquals(Set.of(), common);
    assertEquals(Instant.parse("2018-09-05T18:30:00Z"), other.timeline().awareAt());
    assertEquals(LocalDate.of(2018, 9, 5), other.referenceDay());
    assertFalse(other.notOnPlatform().contains(Detector.PAYMENT_CARD));
    assertEquals(
        List.of("payment.card.number", "payment.card.pan"),
        other.sources(Role.IMPACTED_RECORDS).get(0).columns().get("card_number"));
    assertEquals(
        Charset.forName("windows-1252"), other.sources(Role.CUSTOMERS).get(0).csv().encoding());
    assertEquals(Format.AMAZON_SES, other.sources(Role.NOTICE_EVENTS).get(0).format());
  }

  @Test
  void fillsWhatIsLeftOutWithWhatIsUsual() throws IOException {
    Incident incident = IncidentFile.read(write(Examples.SMALLEST));

    assertEquals("small-2026", incident.title());
    assertEquals("email", incident.fields().get(0).title());
    assertEquals(List.of("email"), incident.fields().get(0).from());
    assertEquals("known", incident.segments().get(0).title());
    Attribute born = incident.attributes().get("born");
    assertEquals(Optional.of(LocalDate.of(1900, 1, 2)), born.notBefore());
    assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), born.notAfter());
    assertEquals(Optional.empty(), incident.attributes().get("email").notAfter());
    assertEquals(
        new CsvDialect(',', '"', true, StandardCharsets.UTF_8, Optional.empty()),
        incident.sources().get(0).csv());
    assertEquals(50, incident.linking().mostFrequent());
    assertEquals(List.of(), incident.linking().records());
    assertEquals(
        new NoticePolicy("true", List.of(), List.of(), List.of(), HealthLines.USUAL),
        incident.notices());
    assertEquals(DisclosurePolicy.USUAL, incident.disclosure());
    assertEquals(List.of(), incident.recipients());
    assertEquals(List.of(), incident.notOnPlatform());
  }

  @Test
  void aLineThatIsLeftOutIsTheUsualOne() throws IOException {
    String text = Examples.SMALLEST + "notices: { health: { bounce: { review: 0.02 } } }\n";

    HealthLines lines = IncidentFile.read(write(text)).notices().health();

    assertEquals(new HealthLines.Line(0.02, 0.1), lines.bounce());
    assertEquals(new HealthLines.Line(0.001, 0.005), lines.complaint());
  }

  @Test
  void bothLinesMayBeOne() throws IOException {
    String health = "notices: { health: { complaint: { review: 0.003, pause: 0.003 } } }\n";

    assertEquals(
        new HealthLines.Line(0.003, 0.003),
        IncidentFile.read(write(Examples.SMALLEST + health)).notices().health().complaint());
  }

  @Test
  void fingerprintIsTheHashOfTheBytes() throws Exception {
    Path file = write(Examples.SMALLEST);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));

    assertEquals(HexFormat.of().formatHex(hash), IncidentFile.read(file).fingerprint());
  }

  @Test
  void readsMomentsWithoutAnOffsetInTheZoneOfTheIncident() throws IOException {
    String text = Examples.SMALLEST.replace("2026-03-01T12:00Z", "2026-03-01T12:00");

    assertEquals(
        Instant.parse("2026-03-01T11:00:00Z"), IncidentFile.read(write(text)).timeline().awareAt());
  }

  @Test
  void takesDeliveredWordsAsTheyAreWritten() throws IOException {
    String text =
        Examples.SMALLEST.replace("email: [MAIL]", "email: [NO, 001, 1e3, true, 2026-01-01]");

    assertEquals(
        List.of("NO", "001", "1e3", "true", "2026-01-01"),
        IncidentFile.read(write(text)).sources().get(0).columns().get("email"));
  }

  @Test
  void takesWordsWithDashesOrUnderscores() throws IOException {
    String text = Examples.SMALLEST + "not_on_platform: [payment-card, tax_file_number]\n";

    assertEquals(
        List.of(Detector.PAYMENT_CARD, Detector.TAX_FILE_NUMBER),
        IncidentFile.read(write(text)).notOnPlatform());
  }

  @Test
  void takesAMarkOfByteOrder() throws IOException {
    assertEquals("small-2026", IncidentFile.read(write("\uFEFF" + Examples.SMALLEST)).id());
  }

  @Test
  void takesTheLinesOfWindows() throws IOException {
    String text = Examples.SMALLEST.replace("\n", "\r\n");

    assertEquals("small-2026", IncidentFile.read(write(text)).id());
  }

  @Test
  void takesAliases() throws IOException {
    String text =
        Examples.SMALLEST
            .replace("email: [MAIL]", "email: &mail [MAIL]")
            .replace("email: [E_MAIL]", "email: *mail");

    assertEquals(
        List.of("MAIL"),
        IncidentFile.read(write(text)).sources(Role.CUSTOMERS).get(0).columns().get("email"));
  }

  @Test
  void reportsAllMistakesAtOnceEachWithItsPath() throws IOException {
    String text =
        Examples.SMALLEST
            .replace("time_zone: Europe/Berlin", "time_zone: Europe/Berln")
            .replace("email: [MAIL]", "emial: [MAIL]")
            .replace("confidentiality: 0.5", "confidentiality: 0.3")
            .replace("same: [email]", "sam: [email]");

    List<Mistake> mistakes = mistakesOf(write(text));

    assertEquals(
        List.of(
            "time_zone",
            "sources.impacted_records[0].columns.emial",
            "linking.known[0].same",
            "linking.known[0].sam",
            "severity.confidentiality"),
        mistakes.stream().map(Mistake::path).toList());
    assertEquals(lineOf(text, "Berln"), mistakes.get(0).line());
    assertEquals(lineOf(text, "emial"), mistakes.get(1).line());
  }

  @Test
  void listsTheMistakesInTheMessageWithTheFileInFront() throws IOException {
    Path file = write("id: Small\n");

    String message =
        assertThrows(IncidentMistakes.class, () -> IncidentFile.read(file)).getMessage();

    assertTrue(message.startsWith(file + ": 12 mistakes\n  line 1, column 1: "), message);
    assertTrue(
        message.contains("\n  line 1, column 1: id: found 'Small', expected lower"), message);
  }

  @Test
  void showsOnlyTheFirstOfVeryManyMistakes() throws IOException {
    StringBuilder text = new StringBuilder(Examples.SMALLEST);
    for (int i = 0; i < 60; i++) {
      text.append("key_").append(i).append(": 1\n");
    }

    IncidentMistakes thrown =
        assertThrows(IncidentMistakes.class, () -> IncidentFile.read(write(text.toString())));

    assertEquals(60, thrown.mistakes().size());
    assertTrue(thrown.getMessage().endsWith("… and 10 more."), thrown.getMessage());
  }

  @Test
  void carriesNoStackTrace() {
    IncidentMistakes thrown =
        assertThrows(IncidentMistakes.class, () -> IncidentFile.read(folder.resolve("none.yaml")));

    assertEquals(0, thrown.getStackTrace().length);
  }

  @Test
  void showsNoMoreOfAValueThanItsBeginning() throws IOException {
    String text =
        Examples.SMALLEST.replace("default_country: DE", "default_country: " + "X".repeat(500));

    String sentence = mistakesOf(write(text)).get(0).sentence();

    assertTrue(sentence.contains("'" + "X".repeat(60) + "…'"), sentence);
    assertFalse(sentence.contains("X".repeat(61)), sentence);
  }

  @Test
  void asksForAFileThatIsThere() {
    assertEquals(
        "found no such file, expected an incident file. Check the path; relative ones start here.",
        onlySentence(folder.resolve("none.yaml")));
  }

  @Test
  void asksForAFileInsteadOfAFolder() {
    assertEquals(
        "found a folder, expected an incident file. Name one of the .yaml files in it.",
        onlySentence(folder));
  }

  @Test
  void asksForAFileWithSomethingInIt() throws IOException {
    String sentence =
        "found an empty file, expected an incident file. Start from a copy of one under conf/.";

    assertEquals(sentence, onlySentence(write("")));
    assertEquals(sentence, onlySentence(write("# Nothing yet.\n\n")));
  }

  @Test
  void tellsWhereAFileIsNotUtf8() throws IOException {
    Path file = folder.resolve("incident.yaml");
    Files.write(file, "id: x\ntitle: Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertEquals(
        "line 2, column 11: found bytes that are not UTF-8, expected text in UTF-8."
            + " Save the file as UTF-8.",
        onlySentence(file));
  }

  @Test
  void tellsThatAFileEndsWithinACharacter() throws IOException {
    Path file = folder.resolve("incident.yaml");
    Files.write(file, new byte[] {'i', 'd', ':', ' ', (byte) 0xC3});

    assertTrue(onlySentence(file).contains("not UTF-8"), onlySentence(file));
  }

  @Test
  void refusesAFileThatLooksLikeData() throws IOException {
    assertEquals(
        "found more than 5 MB, expected an incident file of a few kilobytes."
            + " This looks like data: name the file that describes the incident instead.",
        onlySentence(write("# comment\n".repeat(600_000))));
  }

  @Test
  void readsNoFileForeverThatHasNoEnd() {
    assertTrue(onlySentence(Path.of("/dev/zero")).contains("no ordinary file"));
  }

  @Test
  void asksForKeysWhereTheFileIsAList() throws IOException {
    assertEquals(
        "line 1, column 1: found a list, expected a mapping of keys to values.",
        onlySentence(write("- id: small-2026\n")));
  }

  @Test
  void refusesMoreFieldsThanAMaskHasBits() throws IOException {
    String field =
        "  - { name: %s, from: [email], data_processing_context: 1, ease_of_identification: 1 }\n";
    StringBuilder fields = new StringBuilder();
    for (int i = 1; i <= 63; i++) {
      fields.append(field.formatted("field_" + i));
    }
    String full = Examples.SMALLEST.replaceFirst("  - \\{ name: email.*\n", fields.toString());
    assertEquals(63, IncidentFile.read(write(full)).fields().size());

    String tooMany = full.replace("fields:\n", "fields:\n" + field.formatted("one_more"));
    assertEquals(
        "line 11, column 1: fields: found 64 fields, expected at most 63."
            + " Each field is a bit of a 64-bit mask; put several attributes into one field.",
        onlySentence(write(tooMany)));
  }

  @Test
  void knowsTheMomentsByTheirNames() throws IOException {
    Timeline timeline = IncidentFile.read(Path.of("conf/qantas-2025.yaml")).timeline();

    assertEquals(
        List.of("occurred_from", "detected_at", "aware_at", "contained_at", "published_at"),
        Timeline.moments().stream().filter(name -> timeline.moment(name).isPresent()).toList());
    assertEquals(Optional.of(timeline.awareAt()), timeline.moment("aware_at"));
  }

  @Test
  void tellsThatABombIsNoIncident() throws IOException {
    assertTrue(onlySentence(write("[".repeat(10_000))).contains("a mistake in the YAML itself"));
    assertTrue(onlySentence(write("a: &a [*a]\n" + Examples.SMALLEST)).contains("unknown key"));
  }

  private String onlySentence(Path file) {
    List<Mistake> mistakes = mistakesOf(file);
    assertEquals(1, mistakes.size(), mistakes::toString);
    return mistakes.get(0).sentence();
  }

  private static List<Mistake> mistakesOf(Path file) {
    return assertThrows(IncidentMistakes.class, () -> IncidentFile.read(file)).mistakes();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("incident.yaml"), text);
  }

  private static int lineOf(String text, String part) {
    return TextPosition.after(text, text.indexOf(part)).line();
  }
}
