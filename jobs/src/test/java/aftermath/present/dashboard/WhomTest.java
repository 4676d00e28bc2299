package aftermath.present.dashboard;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.exposure.ExposureBySegment;
import aftermath.exposure.SeverityBySegment;
import aftermath.testing.SparkSessionForTests;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class WhomTest {
  private final TablesForTests tables;

  WhomTest(SparkSession spark) {
    this.tables = new TablesForTests(spark);
  }

  @Test
  void mostPeopleAndTheHighestRateAreTwoThings() {
    tables.given(
        ExposureBySegment.TABLE,
        """
        segment | value   | field | people | base | rate
        region  | NSW     | any   | 500    | 5000 | 0.1
        region  | NSW     | email | 499    | 5000 | 0.1
        region  | TAS     | any   | 40     | 100  | 0.4
        region  | NT      | any   | 4      | 5    | 0.8
        region  | unknown | any   | 900    | 0    |
        age     | adult   | any   | 990    | 9000 | 0.1
        """);

    assertEquals(
        "region: most people are in NSW (500); hit hardest is TAS, with 40.0\u202f% of those known.",
        answer().sentence());
  }

  @Test
  void whatIsBeyondTheLargestPartsIsTheOthers() {
    var rows = new StringBuilder("segment | value | field | people | base | rate\n");
    for (int at = 0; at < 28; at++) {
      rows.append("region | r%02d | any | %d | 1000 | 0.%02d%n".formatted(at, 900 - at, at + 10));
    }
    tables.given(ExposureBySegment.TABLE, rows.toString());

    var parts = TablesForTests.json(answer().data().get("parts")).get("rows");
    assertEquals(26, parts.size());
    assertEquals("[\"region\",\"… others\",2622,3000,0.36]", parts.get(25).toString());
  }

  @Test
  void everySeverityHasAColumn() {
    tables.given(
        SeverityBySegment.TABLE,
        """
        segment | value | severity  | people
        region  | NSW   | low       | 7
        region  | NSW   | very high | 3
        region  | VIC   | medium    | 5
        """);

    assertEquals(
        "[[\"region\",\"NSW\",7,0,0,3],[\"region\",\"VIC\",0,5,0,0]]",
        TablesForTests.rows(answer().data(), "severity"));
  }

  private Answer answer() {
    return new Whom(TINY, tables).answer();
  }
}
