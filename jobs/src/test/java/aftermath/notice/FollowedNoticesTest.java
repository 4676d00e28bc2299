package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.identity.People;
import aftermath.incident.NoticeEventType;
import aftermath.intake.BronzeTables;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.lakehouse.Runner;
import aftermath.ops.Ops;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.testing.Contents;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events come in deliveries, and every table follows what they change. {@code -Dhistories=10000}
 * asks for more messages than a build has time for.
 */
@ExtendWith(SparkSessionForTests.class)
class FollowedNoticesTest {
  private static final int HISTORIES = Integer.getInteger("histories", 300);
  private static final int PEOPLE = HISTORIES / 2;
  private static final NoticeEventType[] TYPES = NoticeEventType.values();
  private static final String HEADER =
      "delivery_id | provider | channel | message_id | event | occurred_at | wave | recipient | person | person_attribute\n";

  private static final List<Model> MODELS =
      List.of(
          Notices.model(TINY),
          ToldPeople.model(TINY),
          OutstandingPeople.model(TINY),
          DeliveryCube.model(TINY),
          ReachCube.model(TINY),
          ReachedByHour.model(TINY),
          NoticeTimeliness.model(TINY));
  private static final Pipeline PIPELINE =
      new Pipeline(List.of(BronzeTables.NOTICE_EVENTS, People.table(TINY)), MODELS, List.of());

  private final SparkSession spark;
  private final Random random = new Random(20250702);
  private final TreeSet<String> followed = new TreeSet<>();
  @TempDir private Path folder;
  private Lakehouse lakehouse;
  private Runner runner;

  FollowedNoticesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void whateverTheDeliveriesAreTheTablesAreThoseOfAllEventsAtOnce() {
    begin();
    List<List<String>> deliveries = deliveries(events(), 3);
    // What was told before is told again, in a delivery of its own.
    deliveries.add(deliveries.get(1));
    var all = new ArrayList<String>();
    for (int i = 0; i < deliveries.size(); i++) {
      deliver("d" + i, deliveries.get(i));
      all.addAll(deliveries.get(i));
      assertTablesAreThoseOf(all, "after delivery " + i);
    }
    assertEquals("[silver.notices, silver.told_people]", followed.toString());
  }

  @Test
  void letterAfterLetterIsPresumedDeliveredWhenOthersTellThatTimeHasPassed() {
    begin();
    String letter =
        "d%d | printer | post | L%d | sent | 2025-03-0%d 10:00 | | Street 1 | C%d | customer_id";
    String mail = "d%d | ses | email | M | opened | 2025-03-%d 10:00 | | | |";
    var all = new ArrayList<String>();
    for (int i = 1; i <= 3; i++) {
      all.add(letter.formatted(0, i, i, i));
    }
    deliver("d0", all);
    for (int day = 10; day <= 12; day += 2) {
      List<String> more = List.of(mail.formatted(day, day));
      deliver("d" + day, more);
      all.addAll(more);
      assertTablesAreThoseOf(all, "on day " + day);
      assertEquals(
          Math.max(0, day - 10),
          lakehouse.read(Notices.TABLE).where("is_presumed").count(),
          "on day " + day);
    }
  }

  @Test
  void aTableWhoseRunWasStoppedBeforeItIsMadeAnewAndThenFollowsAgain() {
    begin();
    List<List<String>> deliveries = deliveries(events(), 3);
    deliver("d0", deliveries.get(0));
    append("d1", deliveries.get(1));
    // This run ends behind the messages: nobody knows any more what changed in them.
    runner.run(new Pipeline(PIPELINE.delivered(), MODELS.subList(0, 1), List.of()), "d1");
    followed.clear();
    runner.run(PIPELINE, "d1 again");
    assertEquals("[]", followed.toString());
    deliver("d2", deliveries.get(2));

    assertEquals("[silver.notices, silver.told_people]", followed.toString());
    assertTablesAreThoseOf(deliveries.stream().flatMap(List::stream).toList(), "in the end");
  }

  private void begin() {
    lakehouse = new Lakehouse(spark, folder.toString());
    runner = new Runner(lakehouse, new Followed(), Clock.systemUTC(), "code");
    lakehouse.append(
        People.table(TINY), people(), lakehouse.note(People.table(TINY), "people", "people"));
  }

  private void deliver(String delivery, List<String> events) {
    append(delivery, events);
    runner.run(PIPELINE, delivery);
    assertTrue(runner.isUpToDate(PIPELINE));
  }

  private void append(String delivery, List<String> events) {
    lakehouse.append(
        BronzeTables.NOTICE_EVENTS,
        rows(events.stream().map(event -> event.replaceFirst("^\\w+", delivery)).toList()),
        lakehouse.note(BronzeTables.NOTICE_EVENTS, delivery, delivery));
    String entry = "delivery_id | role | state | run_id\n%1$s | notice_events | taken | %1$s";
    lakehouse.append(
        Ops.DELIVERIES,
        Rows.of(spark, Ops.DELIVERIES, entry.formatted(delivery)),
        lakehouse.note(Ops.DELIVERIES, delivery, delivery));
  }

  private void assertTablesAreThoseOf(List<String> events, String when) {
    var tables =
        new TablesInMemory(spark)
            .given(BronzeTables.NOTICE_EVENTS, rows(events))
            .given(People.table(TINY), people());
    for (Model model : MODELS) {
      tables.make(model);
      assertEquals(
          Contents.lines(tables.rows(model.table())),
          Contents.lines(lakehouse.read(model.table())),
          model.table().name() + " " + when);
    }
  }

  private Dataset<Row> rows(List<String> events) {
    return Rows.of(spark, BronzeTables.NOTICE_EVENTS, HEADER + String.join("\n", events));
  }

  /** Two of three have a number, two of three an e-mail address that another may have too. */
  private Dataset<Row> people() {
    var text =
        new StringBuilder(
            "person_id | link_state | must_be_told | contact_channels | contact_email | contact_street | contact_customer_id | region | age\n");
    for (int person = 0; person < PEOPLE; person++) {
      boolean hasMail = person % 3 != 0;
      text.append(
          "P%d | known | %s | %d | %s | %s | %s | %s | %s%n"
              .formatted(
                  person,
                  person % 7 != 0,
                  (hasMail ? 1 : 0) + (person % 4 == 0 ? 2 : 0),
                  hasMail ? "a%d@one.example".formatted(person / 2) : "",
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
  private List<String> events() {
    var events = new ArrayList<String>();
    for (int message = 0; message < HISTORIES; message++) {
      boolean isMail = random.nextBoolean();
      for (int count = random.nextInt(8); count >= 0; count--) {
        int person = random.nextInt(10) == 0 ? random.nextInt(PEOPLE) : message % PEOPLE;
        String address = isMail ? "a%d@one.example".formatted(person / 2) : "Street " + person;
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

  private List<List<String>> deliveries(List<String> events, int count) {
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

  private final class Followed implements Progress {
    @Override
    public void begins(String step) {}

    @Override
    public void ends(String step, long rows, Duration took) {}

    @Override
    public void changed(String step, long rows, Duration took) {
      followed.add(step);
    }

    @Override
    public void unchanged(String step) {}
  }
}
