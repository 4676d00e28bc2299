package aftermath.response;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.identity.People;
import aftermath.intake.BronzeTables;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any events, in whatever order and however often they are delivered. */
@ExtendWith(SparkSessionForTests.class)
class ResponseHistoriesTest {
  private static final Instant BEGIN = Instant.parse("2025-03-31T00:00:00Z");
  private static final String[] WORDS = {
    "answered", "HUNG UP", "test", "VOICEMAIL", "answered", "hung up", null
  };
  private static final String[] TOPICS = {"Am I affected", "enrolment", "a remark", null};

  private final SparkSession spark;

  ResponseHistoriesTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsOfferedIsAnsweredOrAbandonedAndNothingElseIsLost(long seed) {
    Random random = new Random(seed);
    List<Row> events = events(random, 400);
    List<Row> more = new ArrayList<>(events);
    for (int i = 0; i < 100; i++) {
      more.add(random.nextInt(more.size()), events.get(random.nextInt(events.size())));
    }

    TablesInMemory once = madeOf(events);
    TablesInMemory again = madeOf(more);

    Map<String, Long> kinds = new HashMap<>();
    once.rows(Responses.TABLE)
        .groupBy("kind")
        .count()
        .collectAsList()
        .forEach(row -> kinds.put(row.getString(0), row.getLong(1)));
    Row days =
        once.rows(ResponseDaily.TABLE)
            .selectExpr(
                "sum(offered)", "sum(answered)", "sum(abandoned)", "sum(unknown)", "sum(noted)")
            .first();
    assertEquals(kinds.get("answered"), days.getLong(1));
    assertEquals(kinds.get("abandoned"), days.getLong(2));
    assertEquals(kinds.get("unknown"), days.getLong(3));
    assertEquals(kinds.get("noted"), days.getLong(4));
    assertEquals(days.getLong(1) + days.getLong(2), days.getLong(0));
    assertEquals(
        days.getLong(0),
        once.rows(ContactTopicsDaily.TABLE).selectExpr("sum(offered)").first().getLong(0));

    once.assertSame(once.rows(ResponseDaily.TABLE), again.rows(ResponseDaily.TABLE));
    once.assertSame(once.rows(ContactTopicsDaily.TABLE), again.rows(ContactTopicsDaily.TABLE));
    once.assertSame(once.rows(Responses.TABLE), again.rows(Responses.TABLE));
  }

  private TablesInMemory madeOf(List<Row> events) {
    Dataset<Row> rows =
        spark.createDataFrame(events, BronzeTables.RESPONSE_EVENTS.schema()).repartition(3);
    return new TablesInMemory(spark)
        .given(BronzeTables.RESPONSE_EVENTS, rows)
        .given(
            People.table(TINY),
            """
            person_id | contact_customer_id
            ann       | C1
            """)
        .make(Responses.model(TINY), ResponseDaily.model(TINY), ContactTopicsDaily.model());
  }

  /** Several of them may say one thing differently. */
  private static List<Row> events(Random random, int count) {
    var events = new ArrayList<Row>();
    for (int i = 0; i < count; i++) {
      Instant offered = BEGIN.plusSeconds(random.nextInt(10 * 86_400));
      events.add(
          RowFactory.create(
              "delivery",
              (long) i,
              "calls",
              random.nextInt(10) == 0 ? null : "id " + random.nextInt(count / 2),
              WORDS[random.nextInt(WORDS.length)],
              Timestamp.from(offered),
              perhaps(random, offered, 60),
              perhaps(random, offered, 900),
              random.nextInt(3) == 0 ? null : (long) random.nextInt(90) - 5,
              random.nextInt(3) == 0 ? null : "C" + random.nextInt(3),
              random.nextBoolean() ? null : "overseas",
              TOPICS[random.nextInt(TOPICS.length)]));
    }
    return events;
  }

  /** A later moment, now and then none or an earlier one. */
  private static Timestamp perhaps(Random random, Instant begin, int seconds) {
    return random.nextInt(5) == 0
        ? null
        : Timestamp.from(begin.plusSeconds(random.nextInt(seconds) - 3));
  }
}
