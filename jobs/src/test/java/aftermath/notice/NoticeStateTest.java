package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.incident.NoticeEventType;
import aftermath.intake.BronzeTables;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages to which anything happens that can happen in up to three steps. */
@ExtendWith(SparkSessionForTests.class)
class NoticeStateTest {

  /** Who wins, as a list; everything else leaves a message pending. */
  private static final List<NoticeEventType> STRONGEST_FIRST =
      List.of(
          NoticeEventType.COMPLAINED,
          NoticeEventType.HARD_BOUNCED,
          NoticeEventType.DELIVERED,
          NoticeEventType.SUPPRESSED,
          NoticeEventType.SOFT_BOUNCED,
          NoticeEventType.REJECTED);

  private final List<List<NoticeEventType>> histories = histories(3);
  private final SparkSession spark;

  NoticeStateTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void isAFunctionOfWhichEventsThereWere() {
    Map<String, String> states =
        notices(events()).select("message_id", "state").collectAsList().stream()
            .collect(toMap(row -> row.getString(0), row -> row.getString(1)));

    assertEquals(
        histories.stream().collect(toMap(List::toString, NoticeStateTest::expectedState)), states);
  }

  @Test
  void neitherTheOrderNorTheRepetitionOfEventsChangesARow() {
    List<Row> repeated = new ArrayList<>(events());
    repeated.addAll(events());
    Collections.shuffle(repeated, new Random(7));

    new TablesInMemory(spark).assertSame(notices(events()), notices(repeated));
  }

  private static String expectedState(List<NoticeEventType> history) {
    return STRONGEST_FIRST.stream()
        .filter(history::contains)
        .findFirst()
        .map(NoticeEventType::word)
        .orElse("pending");
  }

  private Dataset<Row> notices(List<Row> events) {
    return new TablesInMemory(spark)
        .given(
            BronzeTables.NOTICE_EVENTS,
            spark.createDataFrame(events, BronzeTables.NOTICE_EVENTS.schema()).repartition(3))
        .make(Notices.model(TINY))
        .rows(Notices.TABLE);
  }

  private List<Row> events() {
    List<Row> events = new ArrayList<>();
    for (List<NoticeEventType> history : histories) {
      for (int hour = 0; hour < history.size(); hour++) {
        events.add(event(history, hour));
      }
    }
    return events;
  }

  private static Row event(List<NoticeEventType> history, int hour) {
    return RowFactory.create(
        "d1",
        1L,
        "ses",
        "email",
        history.toString(),
        history.get(hour).word(),
        new Timestamp(hour * 3_600_000L),
        hour == 0 ? null : "wave " + hour,
        "kim@one.example",
        null,
        null,
        null,
        "-");
  }

  private static List<List<NoticeEventType>> histories(int steps) {
    List<List<NoticeEventType>> all = new ArrayList<>();
    List<List<NoticeEventType>> longest = List.of(List.of());
    for (int step = 0; step < steps; step++) {
      longest = longest.stream().flatMap(NoticeStateTest::goingOn).toList();
      all.addAll(longest);
    }
    return all;
  }

  private static Stream<List<NoticeEventType>> goingOn(List<NoticeEventType> history) {
    return Stream.of(NoticeEventType.values())
        .map(next -> Stream.concat(history.stream(), Stream.of(next)).toList());
  }
}
