package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.identity.People;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Model;
import aftermath.testing.Contents;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Events come in deliveries, and every table follows what they change. {@code -Dhistories=10000}
 * asks for more messages than a build has time for.
 */
@ExtendWith(SparkSessionForTests.class)
class FollowedNoticesTest {
  private static final int HISTORIES = Integer.getInteger("histories", 300);
  private static final List<Model> FOLLOWING =
      List.of(
          Notices.model(TINY),
          ToldPeople.model(TINY),
          DeliveryCube.model(TINY),
          ReachCube.model(TINY),
          ReachedByHour.model(TINY),
          RecipientDomains.model(),
          DeliveryByDomain.model());

  private final SparkSession spark;
  private final EventHistories histories;
  private final TablesInMemory followed;

  FollowedNoticesTest(SparkSession spark) {
    this.spark = spark;
    this.histories = new EventHistories(spark, new Random(20250702), HISTORIES);
    this.followed = new TablesInMemory(spark).given(People.table(TINY), histories.people());
    FOLLOWING.forEach(followed::make);
  }

  @Test
  void whateverTheDeliveriesAreTheTablesAreThoseOfAllEventsAtOnce() {
    List<List<String>> deliveries = histories.deliveries(histories.events(), 2);
    // What was told before is told again, in a delivery of its own.
    deliveries.add(deliveries.get(1));
    var all = new ArrayList<String>();
    for (List<String> delivery : deliveries) {
      all.addAll(delivery);
      deliver(delivery);
    }
    assertTablesAreThoseOf(all);
  }

  @Test
  void letterAfterLetterIsPresumedDeliveredWhenOthersTellThatTimeHasPassed() {
    String letter =
        "d | printer | post | L%d | sent | 2025-03-0%d 10:00 | | Street 1 | C%d | customer_id";
    String mail = "d | ses | email | M | opened | 2025-03-%d 10:00 | | | |";
    var all = new ArrayList<String>();
    for (int i = 1; i <= 3; i++) {
      all.add(letter.formatted(i, i, i));
    }
    deliver(all);
    for (int day = 10; day <= 12; day += 2) {
      List<String> more = List.of(mail.formatted(day));
      all.addAll(more);
      deliver(more);
      assertTablesAreThoseOf(all);
      assertEquals(
          Math.max(0, day - 10), followed.rows(Notices.TABLE).where("is_presumed").count());
    }
  }

  private void deliver(List<String> events) {
    followed.added(BronzeTables.NOTICE_EVENTS, histories.rows(events));
    FOLLOWING.forEach(followed::follow);
  }

  private void assertTablesAreThoseOf(List<String> events) {
    var atOnce =
        new TablesInMemory(spark)
            .given(BronzeTables.NOTICE_EVENTS, histories.rows(events))
            .given(People.table(TINY), histories.people());
    for (Model model : FOLLOWING) {
      atOnce.make(model);
      assertEquals(
          Contents.lines(atOnce.rows(model.table())),
          Contents.lines(followed.rows(model.table())),
          model.table().name());
    }
  }
}
