package aftermath.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The files are read back and counted; they have to say what the truth says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TruthTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Profile PROFILE = Profiles.SERVICE_RECORDS;
  private static final Profile.TableFile IMPACTED = PROFILE.files().get(0);
  private static final Set<String> PLACEHOLDERS = new HashSet<>();

  static {
    for (Profile.ColumnSpec column : IMPACTED.columns()) {
      if (column.placeholders() != null) {
        PLACEHOLDERS.addAll(column.placeholders());
      }
    }
  }

  private Path folder;
  private Summary summary;
  private final Map<String, String> personOfRecord = new HashMap<>();
  private final Map<String, NamedCsvRecord> people = new HashMap<>();
  private final List<NamedCsvRecord> records = new ArrayList<>();

  @BeforeAll
  void generate(@TempDir Path place) {
    folder = place;
    summary =
        Generation.of(PROFILE, folder.resolve("in"), folder.resolve("truth")).scaledBy(0.01).run();
    rows(folder.resolve("truth/records.csv"))
        .forEach(row -> personOfRecord.put(row.getField("CASE_REF"), row.getField("person")));
    rows(folder.resolve("truth/people.csv"))
        .forEach(row -> people.put(row.getField("person"), row));
    files("in/impacted").forEach(file -> records.addAll(rows(file)));
  }

  @Test
  void recordsOfAPersonShowWhatWasExposedOfThemAndNothingElse() {
    Map<String, Set<String>> shown = new HashMap<>();
    int nobodys = 0;
    for (NamedCsvRecord row : records) {
      String person = personOfRecord.get(row.getField("CASE_REF"));
      if (person == null) {
        nobodys++;
        continue;
      }
      Set<String> fields = shown.computeIfAbsent(person, p -> new TreeSet<>());
      for (Profile.ColumnSpec column : IMPACTED.columns()) {
        String value = value(row, column);
        if (column.field() != null && !value.isEmpty() && !PLACEHOLDERS.contains(value)) {
          fields.add(column.field());
        }
      }
    }
    Map<String, Set<String>> truth = new HashMap<>();
    people.forEach(
        (person, row) ->
            truth.put(person, new TreeSet<>(List.of(row.getField("fields").split(" ")))));
    assertEquals(truth, shown);
    long bad =
        summary.counts().get("bad rows of impacted").values().stream()
            .mapToLong(Long::longValue)
            .sum();
    assertEquals(bad, nobodys);
    assertEquals(60_000, records.size() - nobodys);
    assertEquals(57_000, shown.size());
  }

  @Test
  void nearlyAllLaterRecordsKeepTheirEmailAddressAndNames() {
    Map<String, List<String>> keys = new HashMap<>();
    for (NamedCsvRecord row : records) {
      String person = personOfRecord.get(row.getField("CASE_REF"));
      if (person != null) {
        String email = value(row, IMPACTED.columns().get(3));
        keys.computeIfAbsent(person, p -> new ArrayList<>()).add(email.toLowerCase(Locale.ROOT));
      }
    }
    long several = keys.values().stream().filter(list -> list.size() > 1).count();
    long alike =
        keys.values().stream()
            .filter(list -> list.size() > 1 && new HashSet<>(list).size() == 1)
            .count();
    assertTrue(alike > several * 0.7 && alike < several * 0.95, alike + " of " + several);
  }

  @Test
  void hiddenValuesAreAsManyAsTheTruthSays() {
    var digits = java.util.regex.Pattern.compile("\\b\\d(?: ?\\d){14,15}\\b");
    int cards = 0;
    int passwords = 0;
    for (NamedCsvRecord row : records) {
      String note = row.findField("NOTES").orElse("");
      var found = digits.matcher(note);
      while (found.find()) {
        String card = found.group().replace(" ", "");
        String head = card.substring(0, card.length() - 1);
        if (card.equals(CheckDigits.card(head))) {
          cards++;
        }
      }
      if (note.contains("password")) {
        passwords++;
      }
    }
    assertEquals(summary.count("records with unexpected data", "payment_card"), cards);
    assertEquals(summary.count("records with unexpected data", "password"), passwords);
  }

  @Test
  void customersAndMembersHaveEachTheirOwnNumber() {
    Set<String> ids = new HashSet<>();
    int again = 0;
    for (Path file : files("in/customers")) {
      for (NamedCsvRecord row : rows(file)) {
        String id = row.getField("CUSTOMER_ID");
        if (id.startsWith("C") && row.findField("UPDATED_AT").orElse("").endsWith("Z")) {
          again += ids.add(id) ? 0 : 1;
        }
      }
    }
    assertEquals(150_000, ids.size());
    assertEquals(summary.count("delivered again", "customers"), again);
  }

  @Test
  void eventsAreJsonOfTheProvidersShape() throws IOException {
    Map<String, Integer> types = new TreeMap<>();
    Map<String, Set<String>> eventsOfMessage = new HashMap<>();
    int broken = 0;
    long bytes = 0;
    long lines = 0;
    for (Path file : files("in/notices/ses")) {
      for (String line : Files.readAllLines(file)) {
        bytes += line.length() + 1;
        lines++;
        JsonNode event;
        try {
          event = JSON.readTree(line);
        } catch (JsonProcessingException cut) {
          broken++;
          continue;
        }
        String type = event.get("eventType").asText();
        types.merge(type, 1, Integer::sum);
        String detail = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        assertTrue(event.has(detail), line);
        assertTrue(event.at("/mail/headersTruncated").asBoolean());
        eventsOfMessage
            .computeIfAbsent(event.at("/mail/messageId").asText(), id -> new HashSet<>())
            .add(type);
      }
    }
    assertEquals(summary.count("bad rows of messages", "cut_off"), broken);
    assertTrue(types.keySet().containsAll(Set.of("Send", "Delivery", "Bounce", "Open", "Click")));
    assertTrue(types.keySet().containsAll(Set.of("DeliveryDelay", "Complaint", "Reject")));
    assertEquals(
        summary.counts().get("messages by outcome").values().stream()
            .mapToLong(Long::longValue)
            .sum(),
        eventsOfMessage.size());
    assertTrue(lines >= 200_000, "There are " + lines + " events.");
    assertTrue(bytes / lines >= 350 && bytes / lines <= 460, "An event has " + bytes / lines);
  }

  @Test
  void lettersGoToPeopleWhomNoEmailReaches() {
    Map<String, NamedCsvRecord> byCustomer = new HashMap<>();
    people.values().forEach(row -> byCustomer.put(row.getField("customer_id"), row));
    for (Path file : files("in/notices/letters")) {
      for (NamedCsvRecord row : rows(file)) {
        if (!row.getField("LETTER_ID").startsWith("LOST")) {
          String outcome = byCustomer.get(row.getField("CUSTOMER_ID")).getField("email_outcome");
          assertTrue(Outcome.valueOf(outcome).dead(), outcome);
        }
      }
    }
  }

  private static String value(NamedCsvRecord row, Profile.ColumnSpec column) {
    for (String title : column.title()) {
      var value = row.findField(title);
      if (value.isPresent()) {
        return value.get();
      }
    }
    return "";
  }

  private List<Path> files(String within) {
    try (Stream<Path> files = Files.list(folder.resolve(within))) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<NamedCsvRecord> rows(Path file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
