package aftermath.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people did after the news, as it is generated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResponsesTest {
  private static final Profile PROFILE = Profiles.SERVICE_RECORDS;

  private Path folder;
  private Summary summary;
  private final List<NamedCsvRecord> calls = new ArrayList<>();
  private final List<String> protection = new ArrayList<>();

  @BeforeAll
  void generate(@TempDir Path place) throws IOException {
    folder = place;
    summary = generated(PROFILE, "all");
    for (Path file : files("all/in/responses/support-line")) {
      try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
        rows.forEach(calls::add);
      }
    }
    for (Path file : files("all/in/responses/protection")) {
      protection.addAll(Files.readAllLines(file));
    }
  }

  @Test
  void everyContactIsAnsweredOrAbandonedAndDeliveredAsOftenAsTheTruthSays() {
    Set<String> ids = new HashSet<>();
    calls.forEach(call -> ids.add(call.getField("CONTACT_ID")));

    long answered = summary.count("contacts", "answered");
    long abandoned = summary.count("contacts", "abandoned");
    assertTrue(abandoned > 0 && answered > abandoned, summary.counts()::toString);
    assertEquals(answered + abandoned, ids.size());
    assertEquals(ids.size() + summary.count("contacts", "delivered twice"), calls.size());
  }

  @Test
  void onlyAnAnsweredContactNamesATopicOrAPerson() {
    for (NamedCsvRecord call : calls) {
      Instant offered = Instant.parse(call.getField("OFFERED_AT"));
      Instant ended = Instant.parse(call.getField("ENDED_AT"));
      assertFalse(ended.isBefore(offered));
      assertFalse(offered.isBefore(PROFILE.responses().news().get(0).at()));
      boolean isAnswered = call.getField("RESULT").equals("ANSWERED");
      assertEquals(isAnswered, !call.getField("ANSWERED_AT").isEmpty());
      assertEquals(isAnswered, !call.getField("TOPIC").isEmpty());
      assertEquals(isAnswered, !call.getField("WRAP_UP_S").isEmpty());
      assertTrue(isAnswered || call.getField("CUSTOMER_ID").isEmpty());
    }
  }

  @Test
  void aboutAsManyActAsTheProfileSays() {
    double people = summary.people();
    double callers =
        (summary.count("contacts", "answered") + summary.count("contacts", "abandoned"))
            / (1 + PROFILE.responses().calls().again());
    assertEquals(PROFILE.responses().calls().share(), callers / people, 0.006);
    PROFILE
        .responses()
        .protection()
        .shares()
        .forEach(
            (deed, share) -> {
              // Who is no customer cannot enrol.
              double rate = summary.count("protection", deed) / people;
              assertTrue(rate > 0.7 * share && rate < 1.1 * share, deed + " " + rate);
            });
    assertEquals(
        protection.size(),
        summary.counts().get("protection").values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void whetherAnybodyRespondsChangesNoOtherFile() throws IOException {
    generated(without(PROFILE), "silent");

    Map<String, Integer> all = contents("all");
    Map<String, Integer> silent = contents("silent");
    assertTrue(all.keySet().removeIf(file -> file.startsWith("responses")));
    assertEquals(silent, all);
  }

  private Summary generated(Profile profile, String name) {
    Path place = folder.resolve(name);
    return Generation.of(profile, place.resolve("in"), place.resolve("truth"))
        .scaledBy(0.005)
        .run();
  }

  private Map<String, Integer> contents(String name) throws IOException {
    Path in = folder.resolve(name).resolve("in");
    Map<String, Integer> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(in)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(in.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private List<Path> files(String name) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(name))) {
      return all.sorted().toList();
    }
  }

  private static Profile without(Profile profile) {
    return new Profile(
        profile.id(),
        profile.today(),
        profile.origins(),
        profile.countries(),
        profile.households(),
        profile.populations(),
        profile.fields(),
        profile.exposed(),
        profile.others(),
        profile.records(),
        profile.values(),
        profile.unexpected(),
        profile.files(),
        profile.notices(),
        null,
        profile.truth());
  }
}
