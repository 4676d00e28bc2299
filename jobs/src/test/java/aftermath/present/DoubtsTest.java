package aftermath.present;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.lakehouse.Lakehouse;
import aftermath.notice.DeliveryHealth;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionForTests.class)
class DoubtsTest {
  private final SparkSession spark;
  @TempDir private Path folder;

  DoubtsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void nothingIsSaidOfSendersWhomNobodyMinds() {
    assertEquals(
        "",
        doubtsOf(
            """
            channel | provider | recipient_domain | sent | bounce_rate | bounce_standing | complaint_standing
            email   | ses      | all domains      | 1000 | 0.01        | ok              | too_few
            email   | ses      | big.example      | 500  | 0.2         | pause           | too_few
            post    | printer  | all domains      | 1000 | 0.2         |                 |
            """));
  }

  @Test
  void aSenderWhoseProviderMindsIsNamedWithTheLineThatIsReached() {
    assertEquals(
        """

        Look at this
                   120  messages of mailgun (email) came back for good, 12.00 %: from 10 % on a provider may stop sending
                 1,234  messages of ses (email) came back for good, 6.17 %: from 5 % on a provider looks into it
                    21  messages of ses (email) were complained about, 0.12 %: from 0.1 % on a provider looks into it
                        ./aftermath show gold.delivery_health tiny.yaml --where "bounce_standing IN ('review', 'pause') OR complaint_standing IN ('review', 'pause')"
        """,
        doubtsOf(
            """
            channel | provider | recipient_domain | hard_bounced | complained | bounce_rate | complaint_rate | bounce_standing | complaint_standing
            email   | ses      | all domains      | 1234         | 21         | 0.0617      | 0.0012         | review          | review
            email   | mailgun  | all domains      | 120          | 0          | 0.12        | 0              | pause           | ok
            """));
  }

  private String doubtsOf(String health) {
    var lakehouse = new Lakehouse(spark, folder.toString());
    lakehouse.append(
        DeliveryHealth.TABLE,
        Rows.of(spark, DeliveryHealth.TABLE, health),
        lakehouse.note(DeliveryHealth.TABLE, "run", "basis"));
    return new Doubts(TINY, lakehouse, "tiny.yaml").text();
  }
}
