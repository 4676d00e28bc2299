package aftermath.present.dashboard;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.exposure.AffectedCounts;
import aftermath.ops.Ops;
import aftermath.testing.SparkSessionForTests;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class HowManyTest {
  /** Midnight in Sydney is one in the afternoon of UTC. */
  private static final String RUNS =
      """
      run_id | ended_at            | tables_changed
      1      | 2025-03-01 10:00:00 | [gold.affected_counts@2, gold.fields@1]
      2      | 2025-03-02 12:59:00 | [gold.affected_counts@4]
      3      | 2025-03-02 13:01:00 | [gold.affected_counts@5]
      4      | 2025-03-03 10:00:00 | [gold.affected_counts@6]
      """;

  private static final String NOW =
      """
      measure | amount | at_least | at_most
      people  | 1200   | 1190     | 1200
      records | 1300   | 1300     | 1300
      """;

  private final TablesForTests tables;

  HowManyTest(SparkSession spark) {
    this.tables = new TablesForTests(spark).given(AffectedCounts.TABLE, NOW);
  }

  @Test
  void theChangeIsSinceTheLastVersionOfTheDayBeforeTheNewestRun() {
    tables
        .given(Ops.RUNS, RUNS)
        .given(
            AffectedCounts.TABLE,
            4,
            """
            measure | amount | at_least | at_most
            people  | 1100   | 1100     | 1100
            """);
    Answer answer = answer();

    assertEquals(
        "1,200 people are affected, between 1,190 and 1,200."
            + " Since the day before the newest run (version 4 of 2 Mar 2025): +100.",
        answer.sentence());
    assertEquals("between 1,190 and 1,200; +100 since 2 Mar 2025", answer.figures().get(0).note());
    assertEquals(1100, TablesForTests.json(answer.data()).at("/counts/0/before").asLong());
    assertTrue(
        TablesForTests.json(answer.data()).at("/counts/1/before").isNull(),
        "records were not counted then");
  }

  @Test
  void aChangeOfFewIsMarkedAsNotForPublication() {
    tables
        .given(Ops.RUNS, RUNS)
        .given(
            AffectedCounts.TABLE,
            4,
            """
            measure | amount | at_least | at_most
            people  | 1203   | 1203     | 1203
            """);

    assertTrue(answer().sentence().endsWith(": −3†."), answer().sentence());
  }

  @Test
  void theFirstDayHasNothingToCompareWith() {
    tables.given(
        Ops.RUNS,
        """
        run_id | ended_at            | tables_changed
        1      | 2025-03-01 10:00:00 | [gold.affected_counts@1]
        2      | 2025-03-01 11:00:00 | [gold.affected_counts@2]
        """);

    assertTrue(
        answer().sentence().endsWith("There is no version of an earlier day to compare with."),
        answer().sentence());
  }

  @Test
  void aVersionWhoseFilesAreGoneIsSaidToBe() {
    tables.given(Ops.RUNS, RUNS);

    assertTrue(
        answer()
            .sentence()
            .endsWith("The last before today, version 4 of 2 Mar 2025, can no longer be read."),
        answer().sentence());
  }

  private Answer answer() {
    return new HowMany(TINY, tables).answer();
  }
}
