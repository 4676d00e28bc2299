package aftermath.identity;

import static aftermath.testing.TinyIncident.TINY;
import static aftermath.testing.TinyIncident.tinyBut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Incident;
import aftermath.testing.SparkSessionForTests;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ExpressionsTest {
  private static final String AGE =
      "\"CASE WHEN birth_date_age < 18 THEN 'minor' WHEN birth_date_age >= 18 THEN 'adult' END\"";

  private final SparkSession spark;

  ExpressionsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void expressionsInOrderHaveNoMistakes() {
    assertEquals(List.of(), mistakes(TINY));
  }

  @Test
  void aMistakeNamesItsSegmentAndWhatIsKnown() {
    List<String> mistakes = mistakes(tinyBut(AGE, "birth_dat_age"));

    assertEquals(1, mistakes.size());
    assertTrue(
        mistakes.get(0).startsWith("segments: the value of age (birth_dat_age) is no expression"),
        mistakes.get(0));
    assertTrue(mistakes.get(0).contains("birth_date_age"), mistakes.get(0));
  }

  @Test
  void aMistakeNamesForWhomItSaysThatOthersAreWrittenTo() {
    List<String> mistakes =
        mistakes(
            tinyBut(
                "notices:\n",
                "notices:\n  addressees: [{ name: guardian, of: agee = 'minor' }]\n"));

    assertEquals(1, mistakes.size());
    assertTrue(
        mistakes.get(0).startsWith("notices.addressees: for whom guardian is written to"),
        mistakes.get(0));
  }

  @Test
  void everySegmentIsTold() {
    List<String> mistakes =
        mistakes(
            tinyBut(
                "segments:\n",
                "segments:\n  - { name: one, value: \"state ==\" }\n  - { name: other, value: nowhere }\n"));

    assertEquals(2, mistakes.size());
  }

  private List<String> mistakes(Incident incident) {
    return new Expressions(spark, incident).mistakes();
  }
}
