package aftermath.standard;

import static aftermath.testing.TinyIncident.TINY;
import static aftermath.testing.TinyIncident.tinyBut;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Table;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class SupersededRowsTest {
  private static final Table IMPACTED = BronzeTables.of(TINY, Role.IMPACTED_RECORDS);
  private static final Table CUSTOMERS = BronzeTables.of(TINY, Role.CUSTOMERS);
  private static final Incident KEYLESS = tinyBut("      key: [REF]\n", "");

  private final TablesInMemory tables;

  SupersededRowsTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void theLargestVersionStands() {
    tables.given(
        CUSTOMERS,
        """
        delivery_id | line | id | updated    | last
        d1          | 2    | C1 | 2024-01-01 | Meyer
        d1          | 3    | C1 | 2024-03-01 | Meier
        d2          | 2    | C1 | 2024-02-01 | Maier
        d2          | 3    | C2 | 2024-01-01 | Smith
        """);

    assertSuperseded(
        TINY,
        """
        role      | delivery_id | line | reason
        customers | d1          | 2    | older
        customers | d2          | 2    | older
        """);
  }

  @Test
  void rowsThatDifferWithoutAVersionAreUndecidedAndCopiesAreCopies() {
    tables.given(
        IMPACTED,
        """
        delivery_id | line | ref | first | last
        d1          | 2    | R1  | Kim   | Lee
        d2          | 2    | R1  | Kim   | Lee
        d2          | 3    | R2  | Ana   | Roy
        d2          | 4    | R2  | Bea   | Roy
        """);

    assertSuperseded(
        TINY,
        """
        role             | delivery_id | line | reason
        impacted_records | d2          | 2    | copy
        impacted_records | d2          | %s    | undecided
        """
            .formatted(namesThatStand(TINY).contains("Ana") ? 4 : 3));
  }

  @Test
  void aRowWithAVersionReplacesOneWithout() {
    tables.given(
        CUSTOMERS,
        """
        delivery_id | line | id | updated
        d1          | 2    | C1 | 2024-01-01
        d2          | 2    | C1 |
        """);

    assertSuperseded(
        TINY,
        """
        role      | delivery_id | line
        customers | d2          | 2
        """);
  }

  @Test
  void theContentDecidesBetweenEqualVersionsWhateverTheDelivery() {
    tables.given(
        IMPACTED,
        """
        delivery_id | line | ref | first | last
        d1          | 2    | R1  | Kim   |
        d2          | 2    | R1  |       | Kim
        """);
    String standing = namesThatStand(TINY);

    tables.given(
        IMPACTED,
        """
        delivery_id | line | ref | first | last
        d2          | 2    | R1  | Kim   |
        d1          | 2    | R1  |       | Kim
        """);

    assertEquals(standing, namesThatStand(TINY));
  }

  @Test
  void ofIdenticalRowsWithAKeyOneStands() {
    tables.given(
        IMPACTED,
        """
        delivery_id | line | ref | last
        d1          | 2    | R1  | Kim
        d1          | 3    | R1  | Kim
        d2          | 2    | R1  | Kim
        """);

    assertSuperseded(
        TINY,
        """
        role             | delivery_id | line
        impacted_records | d1          | 3
        impacted_records | d2          | 2
        """);
  }

  @Test
  void identicalRowsWithoutAKeyCountOnce() {
    tables.given(
        BronzeTables.of(KEYLESS, Role.IMPACTED_RECORDS),
        """
        delivery_id | line | last | undeclared
        d1          | 2    | Kim  | {ROOM: 1, FLOOR: 2}
        d2          | 9    | Kim  | {FLOOR: 2, ROOM: 1}
        d2          | 10   | Kim  | {FLOOR: 1, ROOM: 2}
        d2          | 11   | Lee  |
        """);

    assertSuperseded(
        KEYLESS,
        """
        role             | delivery_id | line
        impacted_records | d2          | 9
        """);
  }

  @Test
  void valuesInDifferentColumnsAreDifferentRows() {
    tables
        .given(
            BronzeTables.of(KEYLESS, Role.IMPACTED_RECORDS),
            """
            delivery_id | line | first | last
            d1          | 2    | Kim   |
            d1          | 3    |       | Kim
            """)
        .make(RepeatedKeys.model(KEYLESS), SupersededRows.model(KEYLESS));

    tables.assertNoRows(SupersededRows.TABLE);
  }

  @Test
  void aRowWhoseKeyIsAbsentGoesByItsContent() {
    tables.given(
        IMPACTED,
        """
        delivery_id | line | ref | last
        d1          | 2    |     | Kim
        d1          | 3    |     | Kim
        d1          | 4    |     | Lee
        """);

    assertSuperseded(
        TINY,
        """
        role             | delivery_id | line
        impacted_records | d1          | 3
        """);
  }

  private void assertSuperseded(Incident incident, String text) {
    tables
        .make(RepeatedKeys.model(incident), SupersededRows.model(incident))
        .assertRows(SupersededRows.TABLE, text);
  }

  private String namesThatStand(Incident incident) {
    tables.make(RepeatedKeys.model(incident), SupersededRows.model(incident));
    return tables
        .rows(IMPACTED)
        .transform(
            SupersededRows.withoutSuperseded(
                    Role.IMPACTED_RECORDS, tables.rows(SupersededRows.TABLE))
                ::apply)
        .select("first", "last")
        .collectAsList()
        .toString();
  }
}
