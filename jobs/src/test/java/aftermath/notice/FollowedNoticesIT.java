package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.identity.People;
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
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tables that lie in files follow what deliveries change, also after a run that was stopped. */
@ExtendWith(SparkSessionForTests.class)
class FollowedNoticesIT {
  private static final List<Model> MODELS =
      List.of(
          Notices.model(TINY),
          ToldPeople.model(TINY),
          OutstandingPeople.model(TINY),
          DeliveryCube.model(TINY),
          ReachCube.model(TINY),
          ReachedByHour.model(TINY),
          NoticeTimeliness.model(TINY),
          RecipientDomains.model(),
          DeliveryByDomain.model(),
          DeliveryHealthByHour.model(TINY),
          DeliveryHealth.model(TINY));
  private static final Pipeline PIPELINE =
      new Pipeline(List.of(BronzeTables.NOTICE_EVENTS, People.table(TINY)), MODELS, List.of());

  private final SparkSession spark;
  private final EventHistories histories;
  private final TreeSet<String> followed = new TreeSet<>();
  @TempDir private Path folder;
  private Lakehouse lakehouse;
  private Runner runner;

  FollowedNoticesIT(SparkSession spark) {
    this.spark = spark;
    this.histories = new EventHistories(spark, new Random(20250702), 300);
  }

  @Test
  void whatARunLeftThatWasStoppedIsMadeAnewAndLaterDeliveriesAreFollowed() {
    lakehouse = new Lakehouse(spark, folder.toString());
    runner = new Runner(lakehouse, new Followed(), Clock.systemUTC(), "code");
    lakehouse.append(
        People.table(TINY),
        histories.people(),
        lakehouse.note(People.table(TINY), "people", "people"));
    List<List<String>> deliveries = histories.deliveries(histories.events(), 4);

    append("d0", deliveries.get(0));
    runner.run(PIPELINE, "d0");
    assertEquals("[]", followed.toString());

    append("d1", deliveries.get(1));
    // This run ends behind the messages: nobody knows any more what changed in them.
    runner.run(new Pipeline(PIPELINE.delivered(), MODELS.subList(0, 1), List.of()), "d1");
    assertEquals("[silver.notices]", followed.toString());
    followed.clear();
    runner.run(PIPELINE, "d1 again");
    assertEquals("[]", followed.toString());

    // This one ends before anything is made of what it took.
    append("d2", deliveries.get(2));
    append("d3", deliveries.get(3));
    runner.run(PIPELINE, "d3");
    assertEquals("[silver.notices, silver.told_people]", followed.toString());
    assertTablesAreThoseOf(deliveries.stream().flatMap(List::stream).toList());

    append("d4", deliveries.get(1));
    runner.run(PIPELINE, "d4");
    assertTablesAreThoseOf(deliveries.stream().flatMap(List::stream).toList());
    assertTrue(runner.isUpToDate(PIPELINE));
  }

  private void append(String delivery, List<String> events) {
    Dataset<Row> rows =
        histories.rows(events.stream().map(event -> delivery + event.substring(1)).toList());
    lakehouse.append(
        BronzeTables.NOTICE_EVENTS,
        rows,
        lakehouse.note(BronzeTables.NOTICE_EVENTS, delivery, delivery));
    String entry = "delivery_id | role | state | run_id\n%1$s | notice_events | taken | %1$s";
    lakehouse.append(
        Ops.DELIVERIES,
        Rows.of(spark, Ops.DELIVERIES, entry.formatted(delivery)),
        lakehouse.note(Ops.DELIVERIES, delivery, delivery));
  }

  private void assertTablesAreThoseOf(List<String> events) {
    var atOnce =
        new TablesInMemory(spark)
            .given(BronzeTables.NOTICE_EVENTS, histories.rows(events))
            .given(People.table(TINY), histories.people());
    for (Model model : MODELS) {
      atOnce.make(model);
      assertEquals(
          Contents.lines(atOnce.rows(model.table())),
          Contents.lines(lakehouse.read(model.table())),
          model.table().name());
    }
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
