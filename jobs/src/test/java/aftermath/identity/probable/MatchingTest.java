package aftermath.identity.probable;

import static aftermath.testing.TinyIncident.tinyBut;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownLinks;
import aftermath.identity.KnownPeople;
import aftermath.identity.Links;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.pipeline.Table;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** All models of matching, made once: each test looks at another side of the outcome. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SparkSessionForTests.class)
class MatchingTest {
  private static final Incident INCIDENT =
      tinyBut(
          "linking:\n",
          "linking:\n  matching: { compare: [given_name, family_name, email, birth_date, street, state] }\n");
  private static final Matching MATCHING = INCIDENT.linking().matching().orElseThrow();
  private static final Table IMPACTED = ImpactedRecords.table(INCIDENT);
  private static final Table KNOWN = KnownPeople.table(INCIDENT);

  private static final String RECORDS =
      """
      record_id | given_name | family_name | email           | birth_date | street       | state
      1         | CATHERINE  | MEYER       | cm@one.example  | 1971-06-24 | 1 High St    | NSW
      2         | CATHARINE  | MEYER       | cm@one.example  | 1971-06-24 | 1 High St    | NSW
      3         | CATHERINE  | MEYERS      |                 | 1971-06-24 | 1 High Str   | NSW
      4         | PETER      | ABBOTT      | pa@two.example  | 1950-01-15 | 22 Long Lane | VIC
      5         | ABBOTT     | PETER       | pa@two.example  | 1950-01-15 | 22 Long Lane | VIC
      6         | PAULA      | ABBOTT      |                 | 1983-12-01 | 22 Long Lane | VIC
      7         | JOHN       |             |                 |            |              | NSW
      8         | JOHN       |             |                 |            |              | NSW
      9         | MARY       | O'BRIEN     | mo@three.example | 1990-03-03 | 9 Sea View  | TAS
      10        | MARY       | O'BRIEN     | mo@three.example | 1990-03-03 | 9 Sea View  | TAS
      11        | SUSAN      | LEE         | sue.lee@four.example | 1966-07-07 | 3 Hill Rd | WA
      12        | THOMAS     | GREEN       | tg@five.example | 1977-02-02 | 8 Bay Ct     | QLD
      """;

  private final TablesInMemory tables;

  MatchingTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
    tables.given(IMPACTED, RECORDS);
    tables.given(
        KNOWN,
        """
        known_id | given_name | family_name | email           | birth_date | street    | state
        C:1      | SUSANNE    | LEE         | sl@four.example | 1966-07-07 | 3 Hill Rd | WA
        C:2      | THOMAS     | GREEN       | tg@five.example | 1977-02-02 | 8 Bay Ct  | QLD
        C:3      | THOMAS     | GREEN       | tg@five.example | 1977-02-02 | 8 Bay Ct  | QLD
        C:4      | WILLIAM    | BLACK       | wb@six.example  | 1944-04-04 | 7 Old Rd  | NT
        """);
    tables.make(KnownLinks.model(INCIDENT));
    tables.make(
        MatchProfiles.model(INCIDENT, MATCHING),
        MatchKeys.model(INCIDENT, MATCHING),
        BlockingRules.model(INCIDENT, MATCHING),
        MatchAnchors.model(INCIDENT, MATCHING),
        CandidatePairs.model(INCIDENT, MATCHING),
        MatchPatterns.model(INCIDENT, MATCHING),
        LearntWeights.model(INCIDENT, MATCHING),
        MatchedLinks.model(INCIDENT, MATCHING),
        LinkQuality.model(INCIDENT, MATCHING));
  }

  @Test
  void recordsOfOnePersonAreTogetherWhateverSlippedInThem() {
    assertTrue(isOnePerson("1", "2", "3"), "typing mistakes");
    assertTrue(isOnePerson("4", "5"), "exchanged names");
    assertTrue(isOnePerson("9", "10"), "the same look");
  }

  @Test
  void strangersAreApart() {
    assertEquals(2, people("4", "6"), "one house, two people");
    assertEquals(2, people("1", "4"), "nothing in common");
  }

  @Test
  void recordsThatLookTheSameButSayTooLittleAreApart() {
    var strict = new Matching(MATCHING.compare(), List.of(), List.of(), List.of(), 100, .999);
    Dataset<Row> links = tables.make(MatchedLinks.model(INCIDENT, strict)).rows(Links.TABLE);
    tables.make(MatchedLinks.model(INCIDENT, MATCHING));

    assertEquals(2, people(links, "7", "8"), "many Johns live there");
    assertEquals(1, people(links, "9", "10"), "one name, address and birth date");
  }

  @Test
  void aKnownPersonWhoLooksAlikeIsTheOne() {
    assertEquals("matched", state("11"));
  }

  @Test
  void twoKnownPeopleWhoFitEvenlyLeaveItOpen() {
    assertEquals("ambiguous", state("12"));
  }

  @Test
  void aPairIsACandidateOnceHoweverManyRulesBringItTogether() {
    List<Row> pairs =
        tables.rows(CandidatePairs.TABLE).select("profile", "other", "owner").collectAsList();

    assertEquals(pairs.stream().distinct().count(), pairs.size());
  }

  @Test
  void everyCandidateIsInTheHistogramOfMatchWeights() {
    long candidates =
        tables.rows(CandidatePairs.TABLE).where("profile IS NOT NULL AND pairs > 0").count();
    double shown =
        tables
            .rows(LinkQuality.TABLE)
            .where("subject = 'match weight'")
            .agg(sum("amount"))
            .head()
            .getDouble(0);

    assertEquals(candidates, shown);
  }

  @Test
  void thePeopleOfTheHistogramAreThePeopleOfTheLinks() {
    long people = tables.rows(Links.TABLE).select("person").distinct().count();
    double shown =
        tables
            .rows(LinkQuality.TABLE)
            .where("subject = 'records of a person'")
            .agg(sum("amount"))
            .head()
            .getDouble(0);

    assertEquals(people, shown);
  }

  private boolean isOnePerson(String... records) {
    return people(records) == 1;
  }

  private int people(String... records) {
    return people(tables.rows(Links.TABLE), records);
  }

  private int people(Dataset<Row> links, String... records) {
    return (int)
        linksOf(links, records).stream().map(row -> row.<Long>getAs("person")).distinct().count();
  }

  private String state(String record) {
    return linksOf(tables.rows(Links.TABLE), record).get(0).getAs("state");
  }

  private List<Row> linksOf(Dataset<Row> links, String... records) {
    List<Long> numbers =
        KnownLinks.numbered(tables.rows(IMPACTED))
            .where(col("record_id").isin((Object[]) records))
            .collectAsList()
            .stream()
            .map(row -> row.<Long>getAs("record"))
            .collect(Collectors.toList());
    return links.where(col("record").isin(numbers.toArray())).collectAsList();
  }
}
