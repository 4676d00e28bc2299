package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.incident.NoticeEventType;
import aftermath.intake.BronzeTables;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Providers tell late, twice and in disorder. {@code -Dhistories=10000} asks for more of them. */
@ExtendWith(SparkSessionForTests.class)
class NoticeHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("histories", 500);
  private static final NoticeEventType[] TYPES = NoticeEventType.values();

  private final SparkSession spark;

  NoticeHistoriesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void anyOrderAndAnyRepetitionOfTheSameEventsGivesTheSameState() {
    var random = new Random(20250702);
    List<String> events = events(random);
    List<String> told = new ArrayList<>(events);
    for (String event : events) {
      for (int again = random.nextInt(4) - 1; again > 0; again--) {
        told.add(event);
      }
    }
    Collections.shuffle(told, random);

    var inOrder = new TablesInMemory(spark);
    inOrder.assertSame(notices(inOrder, events), notices(new TablesInMemory(spark), told));
  }

  private Dataset<Row> notices(TablesInMemory tables, List<String> events) {
    String text = "provider | channel | message_id | event | occurred_at | wave | recipient\n";
    return tables
        .given(
            BronzeTables.NOTICE_EVENTS,
            Rows.of(spark, BronzeTables.NOTICE_EVENTS, text + String.join("\n", events)))
        .make(Notices.model(TINY))
        .rows(Notices.TABLE);
  }

  /** From one to eight events of each message, at times that may be the same. */
  private static List<String> events(Random random) {
    var events = new ArrayList<String>();
    for (int message = 0; message < HISTORIES; message++) {
      String channel = random.nextBoolean() ? "email" : "post";
      for (int count = random.nextInt(8); count >= 0; count--) {
        events.add(
            "ses | %s | M%d | %s | 2025-03-%02d %02d:00 | %s | %s"
                .formatted(
                    channel,
                    message,
                    TYPES[random.nextInt(TYPES.length)].word(),
                    1 + random.nextInt(20),
                    random.nextInt(24),
                    random.nextInt(3) == 0 ? "" : "first",
                    "a%d@one.example".formatted(message)));
      }
    }
    return events;
  }
}
