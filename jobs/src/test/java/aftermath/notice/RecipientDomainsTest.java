package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;
import static org.apache.spark.sql.functions.col;

import aftermath.intake.BronzeTables;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class RecipientDomainsTest {
  private final TablesInMemory tables;

  RecipientDomainsTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void theNumberOfAMessageNamesTheDomainOfTheAddressItWasSentTo() {
    given(
        """
        provider | channel | message_id | event | occurred_at      | recipient
        ses      | email   | plain      | sent  | 2025-03-01 10:00 | ann@big.example
        ses      | email   | capitals   | sent  | 2025-03-01 10:00 | Ann@BIG.Example
        ses      | email   | with name  | sent  | 2025-03-01 10:00 | Ann Lee <ann@big.example>
        ses      | email   | deep       | sent  | 2025-03-01 10:00 | ann@mail.big.example
        ses      | email   | cut off    | sent  | 2025-03-01 10:00 | ann@big
        ses      | email   | no address | sent  | 2025-03-01 10:00 | ann
        ses      | email   | not told   | sent  | 2025-03-01 10:00 |
        printer  | post    | letter     | sent  | 2025-03-01 10:00 | 1 Main Street
        """);
    assertDomains(
        """
        message_id | name
        plain      | big.example
        capitals   | big.example
        with name  | big.example
        deep       | mail.big.example
        cut off    |
        no address |
        not told   |
        letter     |
        """);
    tables.assertRows(RecipientDomains.TABLE, "name\nbig.example\nmail.big.example");
  }

  @Test
  void anyEventOfAMessageMayTellItsDomain() {
    given(
        """
        provider | channel | message_id | event     | occurred_at      | recipient
        ses      | email   | M1         | sent      | 2025-03-01 10:00 |
        ses      | email   | M1         | delivered | 2025-03-01 10:01 | ann@big.example
        ses      | email   | M1         | opened    | 2025-03-01 10:02 |
        """);
    assertDomains("message_id | name\nM1 | big.example");
  }

  @Test
  void whatAnIncidentCallsNobodysAddressHasADomainAllTheSame() {
    given(
        """
        provider | channel | message_id | event | occurred_at      | recipient
        ses      | email   | M1         | sent  | 2025-03-01 10:00 | unknown@unknown.example
        """);
    assertDomains("message_id | name\nM1 | unknown.example");
  }

  private void given(String events) {
    tables
        .given(BronzeTables.NOTICE_EVENTS, events)
        .make(Notices.model(TINY), RecipientDomains.model());
  }

  private void assertDomains(String text) {
    tables.assertRows(
        tables
            .rows(Notices.TABLE)
            .join(
                tables.rows(RecipientDomains.TABLE).withColumnRenamed("number", "of"),
                col("domain").equalTo(col("of")),
                "left_outer"),
        text);
  }
}
