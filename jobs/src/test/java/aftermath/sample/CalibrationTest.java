package aftermath.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The people of the profiles at full size, counted without writing a file. */
class CalibrationTest {

  /** What was published of the first incident; each figure is meant to within a thousandth. */
  private static final Map<String, Long> PUBLISHED_BY_FIELD =
      Map.of(
          "name", 5_700_000L,
          "email", 5_700_000L,
          "address", 1_300_000L,
          "birth_date", 1_100_000L,
          "phone", 900_000L,
          "gender", 400_000L,
          "meal", 10_000L);

  @Test
  void fieldsOfServiceRecordsAreThoseThatWerePublished() {
    Map<Long, Long> people = peopleByMask(Profiles.SERVICE_RECORDS, new HashMap<>());

    PUBLISHED_BY_FIELD.forEach(
        (field, published) -> {
          long bit = bit(Profiles.SERVICE_RECORDS, field);
          long counted = having(people, bit);
          assertTrue(
              Math.abs(counted - published) <= published / 1000,
              () -> field + " was counted " + counted);
        });
    assertEquals(5_700_000L, having(people, 0));
  }

  @Test
  void partsOfServiceRecordsAreThoseThatWerePublished() {
    Profile profile = Profiles.SERVICE_RECORDS;
    Map<Long, Long> people = peopleByMask(profile, new HashMap<>());
    long nameAndEmail = bit(profile, "name") | bit(profile, "email");
    long extra =
        bit(profile, "address")
            | bit(profile, "birth_date")
            | bit(profile, "phone")
            | bit(profile, "gender")
            | bit(profile, "meal");
    long limited = 0;
    long more = 0;
    for (var entry : people.entrySet()) {
      if ((entry.getKey() & extra) != 0) {
        more += entry.getValue();
      } else if (entry.getKey() != nameAndEmail) {
        limited += entry.getValue();
        assertTrue((entry.getKey() & bit(profile, "member_number")) != 0);
      }
    }
    assertEquals(1_200_000L, people.get(nameAndEmail));
    assertEquals(2_800_000L, limited);
    assertEquals(1_700_000L, more);
  }

  @Test
  void whoeverShowsPointsAlsoShowsTierAndNumber() {
    Profile profile = Profiles.SERVICE_RECORDS;
    List<String> nested = List.of("status_credits", "points_balance", "tier", "member_number");
    for (long mask : peopleByMask(profile, new HashMap<>()).keySet()) {
      for (int i = 1; i < nested.size(); i++) {
        if ((mask & bit(profile, nested.get(i - 1))) != 0) {
          assertTrue((mask & bit(profile, nested.get(i))) != 0, nested.get(i));
        }
      }
    }
  }

  @Test
  void serviceRecordsCustomersAndMembersAreAsManyAsKnown() {
    Census census = new Census(Profiles.SERVICE_RECORDS, 1, 1);

    assertEquals(6_000_000L, census.records());
    assertEquals(15_000_000L, census.sizeOf(census.populations("customers")));
    assertEquals(12_000_000L, census.sizeOf(census.populations("members")));
  }

  @Test
  void partsOfPaymentsAreExactlyThoseThatWerePublished() {
    Map<String, Long> parts = new HashMap<>();
    peopleByMask(Profiles.PAYMENTS, parts);

    assertEquals(
        Map.of(
            "name, address, card and verification value", 244_000L,
            "card and verification value", 77_000L,
            "card only", 108_000L,
            "user name and PIN of the club", 612L),
        parts);
    assertEquals(429_612L, parts.values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void everyRecordIsSomebodysAndEverybodyHasOne() {
    Census census = new Census(Profiles.SERVICE_RECORDS, 0.01, 3);
    Map<Long, Integer> records = new HashMap<>();
    for (long slot = 0; slot < census.records(); slot++) {
      records.merge(census.rankOfRecord(slot), 1, Integer::sum);
    }

    assertEquals(census.affected(), records.size());
    records.forEach((rank, count) -> assertEquals(census.recordsOf(rank), count));
  }

  private static Map<Long, Long> peopleByMask(Profile profile, Map<String, Long> parts) {
    Census census = new Census(profile, 1, 1);
    Person person = new Person();
    Map<Long, Long> people = new HashMap<>();
    for (long rank = 0; rank < census.affected(); rank++) {
      census.place(person, rank);
      people.merge(person.exposed, 1L, Long::sum);
      parts.merge(census.parts().get(person.part), 1L, Long::sum);
    }
    return people;
  }

  private static long having(Map<Long, Long> people, long bits) {
    return people.entrySet().stream()
        .filter(entry -> (entry.getKey() & bits) == bits)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static long bit(Profile profile, String field) {
    return 1L << profile.fields().indexOf(field);
  }
}
