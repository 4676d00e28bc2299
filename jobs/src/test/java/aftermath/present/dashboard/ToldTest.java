package aftermath.present.dashboard;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.notice.NoticeTimeliness;
import aftermath.notice.ReachCube;
import aftermath.notice.ReachedByHour;
import aftermath.testing.SparkSessionForTests;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ToldTest {
  private static final String REACH =
      """
      must_be_told | addressee  | reach       | reason         | next_step | region | age   | people
      true         | themselves | reached     | reached        | none      | NSW    | adult | 60
      true         | themselves | reached     | reached        | none      | VIC    | adult | 30
      true         | themselves | pending     | not_written_to | email     | VIC    | adult | 8
      true         | guardian   | unreachable | no_address     | post      | VIC    | minor | 2
      false        | estate     | reached     | reached        | none      | NSW    | adult | 5
      """;

  private final TablesForTests tables;

  ToldTest(SparkSession spark) {
    this.tables = new TablesForTests(spark).given(ReachCube.table(TINY), REACH);
  }

  @Test
  void whoNeedNotBeToldIsInNoRate() {
    Answer answer = answer();

    assertEquals(
        "90 of 100 people who must be told are reached (90.0\u202f%); 8† pending, 2† unreachable."
            + " No event of any message has come in yet.",
        answer.sentence());
    assertEquals("90.0\u202f%", answer.figures().get(0).value());
    assertEquals("10", answer.figures().get(1).value());
  }

  @Test
  void partsOfSegmentsThatStandAlikeAreOneRow() {
    assertEquals(
        """
        [[false,"estate","reached","reached","none",5],\
        [true,"guardian","unreachable","no_address","post",2],\
        [true,"themselves","pending","not_written_to","email",8],\
        [true,"themselves","reached","reached","none",90]]""",
        TablesForTests.rows(answer().data(), "reach"));
  }

  @Test
  void theDeadlineThatEndsNextStandsFirst() {
    tables.given(
        NoticeTimeliness.TABLE,
        """
        deadline | begins_at           | ends_at             | as_of               | people_to_notify | inside | outside | open | missed | share_inside
        early    | 2025-03-01 00:00:00 | 2025-03-04 00:00:00 | 2025-03-10 00:00:00 | 100              | 20     | 70      | 0    | 10     | 0.2
        next     | 2025-03-01 00:00:00 | 2025-03-31 00:00:00 | 2025-03-10 00:00:00 | 100              | 90     | 0       | 10   | 0      | 0.9
        late     | 2025-03-01 00:00:00 | 2025-05-31 00:00:00 | 2025-03-10 00:00:00 | 100              | 90     | 0       | 10   | 0      | 0.9
        none     | 2025-03-01 00:00:00 |                     | 2025-03-10 00:00:00 | 100              | 90     | 0       | 10   | 0      | 0.9
        """);

    var deadline = answer().figures().get(2);
    assertEquals("told within “next”", deadline.label());
    assertEquals("ends 31 Mar 2025, 11:00; 10 open", deadline.note());
    assertEquals("warn", deadline.standing());
  }

  @Test
  void aDeadlineThatWasMissedSaysHowManyCameLate() {
    tables.given(
        NoticeTimeliness.TABLE,
        """
        deadline | begins_at           | ends_at             | as_of               | people_to_notify | inside | outside | open | missed | share_inside
        early    | 2025-03-01 00:00:00 | 2025-03-04 00:00:00 | 2025-03-10 00:00:00 | 100              | 20     | 70      | 0    | 10     | 0.2
        """);

    var deadline = answer().figures().get(2);
    assertEquals("ended 4 Mar 2025, 11:00; 80 late or missed", deadline.note());
    assertEquals("bad", deadline.standing());
  }

  @Test
  void timesAreThoseOfTheIncidentsZone() {
    tables.given(
        ReachedByHour.TABLE,
        """
        hour                | day        | written_to | reached | reached_so_far | not_reached
        2025-03-01 13:00:00 | 2025-03-02 | 70         | 60      | 60             | 40
        2025-03-01 14:00:00 | 2025-03-02 | 30         | 30      | 90             | 10
        """);

    assertEquals(
        "[[\"2025-03-02T00:00\",40],[\"2025-03-02T01:00\",10]]",
        TablesForTests.rows(answer().data(), "burn_down"));
    assertEquals(100L, answer().data().get("written_to"));
  }

  private Answer answer() {
    return new Told(TINY, tables).answer();
  }
}
