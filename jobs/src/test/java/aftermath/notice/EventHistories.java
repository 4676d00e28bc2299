package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.People;
import aftermath.incident.NoticeEventType;
import aftermath.intake.BronzeTables;
import aftermath.testing.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Messages to some people, and what random providers tell of them. */
final class EventHistories {
  private static final NoticeEventType[] TYPES = NoticeEventType.values();
  private static final String HEADER =
      "delivery_id | provider | channel | message_id | event | occurred_at | wave | recipient | person | person_attribute\n";

  private final SparkSession spark;
  private final Random random;
  private final int messages;
  private final int persons;

  EventHistories(SparkSession spark, Random random, int messages) {
    this.spark = spark;
    this.random = random;
    this.messages = messages;
    this.persons = messages / 2;
  }

  /** Events as rows of bronze. */
  Dataset<Row> rows(List<String> events) {
    return Rows.of(spark, BronzeTables.NOTICE_EVENTS, HEADER + String.join("\n", events));
  }

  /** Two of three have a number, two of three an e-mail address that another may have too. */
  Dataset<Row> people() {
    var text =
        new StringBuilder(
            "person_id | link_state | must_be_told | contact_channels | contact_email | contact_street | contact_customer_id | region | age\n");
    for (int person = 0; person < persons; person++) {
      boolean hasMail = person % 3 != 0;
      text.append(
          "P%d | known | %s | %d | %s | %s | %s | %s | %s%n"
              .formatted(
                  person,
                  person % 7 != 0,
                  (hasMail ? 1 : 0) + (person % 4 == 0 ? 2 : 0),
                  hasMail ? address(person) : "",
                  person % 4 == 0 ? "STREET %d".formatted(person) : "",
                  person % 3 == 1 ? "" : "C" + person,
                  person % 2 == 0 ? "NSW" : "VIC",
                  person % 5 == 0 ? "minor" : "adult"));
    }
    return Rows.of(spark, People.table(TINY), text.toString());
  }

  /**
   * From one to eight events of each message, at times, to people and addresses that may differ.
   */
  List<String> events() {
    var events = new ArrayList<String>();
    for (int message = 0; message < messages; message++) {
      boolean isMail = random.nextBoolean();
      for (int count = random.nextInt(8); count >= 0; count--) {
        int person = random.nextInt(10) == 0 ? random.nextInt(persons) : message % persons;
        String address = isMail ? address(person) : "Street " + person;
        events.add(
            "d | %s | %s | M%d | %s | 2025-03-%02d %02d:00 | %s | %s | %s | customer_id"
                .formatted(
                    isMail ? "ses" : "printer",
                    isMail ? "email" : "post",
                    message,
                    TYPES[random.nextInt(TYPES.length)].word(),
                    1 + random.nextInt(20),
                    random.nextInt(24),
                    List.of("", "first", "second", "unknown").get(random.nextInt(4)),
                    random.nextBoolean() ? address : "",
                    random.nextInt(3) == 0 ? "C" + person : ""));
      }
    }
    return events;
  }

  /** Two people share an address, and their mail goes to one of three domains. */
  private static String address(int person) {
    int who = person / 2;
    return "a%d@%s.example".formatted(who, List.of("one", "two", "three").get(who % 3));
  }

  /** Every event in one delivery or another, in any order; one of five is told again. */
  List<List<String>> deliveries(List<String> events, int count) {
    var deliveries = new ArrayList<List<String>>();
    for (int i = 0; i < count; i++) {
      deliveries.add(new ArrayList<>());
    }
    for (String event : events) {
      deliveries.get(random.nextInt(count)).add(event);
      if (random.nextInt(5) == 0) {
        deliveries.get(random.nextInt(count)).add(event);
      }
    }
    return deliveries;
  }
}
