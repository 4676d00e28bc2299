package aftermath.present.dashboard;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.notice.DeliveryCube;
import aftermath.notice.DeliveryHealth;
import aftermath.notice.DeliveryHealthByHour;
import aftermath.testing.SparkSessionForTests;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class DeliveredTest {
  private final TablesForTests tables;

  DeliveredTest(SparkSession spark) {
    this.tables = new TablesForTests(spark);
  }

  @Test
  void messagesOfAllPartsOfSegmentsAreOneRowOfTheDay() {
    tables.given(
        DeliveryCube.table(TINY),
        """
        wave  | channel | provider | state     | day        | region | age   | notices
        first | email   | ses      | delivered | 2025-03-02 | NSW    | adult | 5
        first | email   | other    | delivered | 2025-03-02 | VIC    | minor | 7
        first | email   | ses      | pending   | 2025-03-02 | NSW    | adult | 1
        """);

    assertEquals(
        "[[\"first\",\"email\",\"2025-03-02\",\"delivered\",12],"
            + "[\"first\",\"email\",\"2025-03-02\",\"pending\",1]]",
        TablesForTests.rows(data(), "days"));
  }

  @Test
  void theRateOfAnHourIsThatOfTheDayUpToIt() {
    tables.given(
        DeliveryHealthByHour.TABLE,
        """
        channel | provider | recipient_domain | hour                | sent | delivered | hard_bounced | complained | bounce_standing
        email   | ses      | all domains      | 2025-03-01 00:00:00 | 40   | 40        | 4            | 0          | too_few
        email   | ses      | all domains      | 2025-03-01 10:00:00 | 30   | 20        | 2            | 0          | too_few
        email   | other    | all domains      | 2025-03-01 10:00:00 | 30   | 30        | 4            | 1          | too_few
        email   | ses      | big.example      | 2025-03-01 10:00:00 | 30   | 20        | 2            | 0          | too_few
        email   | ses      | all domains      | 2025-03-02 00:00:00 | 40   | 40        | 0            | 0          | too_few
        post    | printer  | all domains      | 2025-03-02 00:00:00 | 400  | 400       | 9            | 0          |
        """);

    assertEquals(
        """
        [["email","2025-03-01T11:00",40,null,null],\
        ["email","2025-03-01T21:00",60,0.1,0.011111],\
        ["email","2025-03-02T11:00",40,0.06,0.011111]]""",
        TablesForTests.rows(data(), "hours"));
  }

  @Test
  void smallDomainsBeyondTheLargestAreOneRowWithoutAStanding() {
    var rows = new StringBuilder();
    rows.append(
        """
        channel | provider | recipient_domain | sent | delivered | hard_bounced | complained | bounce_rate | complaint_rate | bounce_standing | complaint_standing
        email   | ses      | all domains      | 9999 | 9000      | 99           | 0          | 0.01        | 0              | ok              | ok
        """);
    for (int at = 10; at < 24; at++) {
      rows.append(
          "email | ses | d%d.example | %d | %d | 5 | 0 | 0.1 | 0 | review | ok%n"
              .formatted(at, 200 - at, 100));
    }
    tables.given(DeliveryHealth.TABLE, rows.toString());

    var found = TablesForTests.json(data().get("domains")).get("rows");
    assertEquals(1 + 12 + 1, found.size());
    assertEquals("all domains", found.get(0).get(2).asText());
    var others = found.get(1);
    assertEquals("… others", others.get(2).asText());
    assertEquals(178 + 177, others.get(3).asInt());
    assertEquals(0.028169, others.get(7).asDouble());
    assertEquals("null", others.get(9).toString());
    assertEquals("review", found.get(2).get(9).asText());
  }

  private Map<String, Object> data() {
    return new Delivered(TINY, tables).data();
  }
}
