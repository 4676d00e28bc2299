package aftermath.identity.probable;

import static aftermath.testing.TinyIncident.tinyBut;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.identity.DecisionsHonoured;
import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownLinks;
import aftermath.identity.KnownPeople;
import aftermath.identity.LinkDecisions;
import aftermath.identity.Links;
import aftermath.identity.WeighedDegrees;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Table;
import aftermath.present.WeightsFile;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All models of matching, made once: each test looks at another side of the outcome. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SparkSessionForTests.class)
class MatchingTest {
  private static final Incident INCIDENT =
      tinyBut(
          "linking:\n",
          "linking:\n  matching: { compare: [given_name, family_name, email, birth_date, street, state] }\n",
          "  notice_events:\n",
          "  link_decisions:\n    - { name: clerks, format: csv, paths: [clerks.csv] }\n  notice_events:\n");
  private static final Matching MATCHING = INCIDENT.linking().matching().orElseThrow();
  static final Table IMPACTED = ImpactedRecords.table(INCIDENT);
  private static final Table KNOWN = KnownPeople.table(INCIDENT);

  static final String RECORDS =
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
      13        | ANNA       | BERG        | ab@seven.example | 1980-08-08 | 5 Elm St    | NSW
      14        | ANNA       | BERG        | ab@seven.example | 1980-08-08 | 5 Elm St    | NSW
      15        | NORA       | SHAW        | ns@nine.example | 1950-10-11 | 2 Oak Rd     | SA
      16        | ELEANOR    | HILL        |                 |            |              | VIC
      17        | OSCAR      | REED        | or@ten.example  | 1969-09-09 | 4 Fir Ave    | ACT
      18        | BILL       |             |                 |            |              | NT
      19        | RUTH       | STONE       | rs@ten.example  | 1931-01-31 | 6 Ash Ln     | WA
      20        | RUTH       | STONE       | rs@ten.example  | 1931-01-31 | 6 Ash Ln     | WA
      """;

  private final TablesInMemory tables;

  MatchingTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
    tables.given(IMPACTED, RECORDS);
    giveTheRest(tables);
    match(tables);
    tables.make(LinkQuality.model(INCIDENT, MATCHING));
    tables.make(DecisionsHonoured.model(INCIDENT).orElseThrow());
  }

  /** Known people and clerks' decisions. */
  static void giveTheRest(TablesInMemory tables) {
    tables.given(
        KNOWN,
        """
        known_id | given_name | family_name | email           | birth_date | street    | state
        C:1      | SUSANNE    | LEE         | sl@four.example | 1966-07-07 | 3 Hill Rd | WA
        C:2      | THOMAS     | GREEN       | tg@five.example | 1977-02-02 | 8 Bay Ct  | QLD
        C:3      | THOMAS     | GREEN       | tg@five.example | 1977-02-02 | 8 Bay Ct  | QLD
        C:4      | WILLIAM    | BLACK       | wb@six.example  | 1944-04-04 | 7 Old Rd  | NT
        C:5      | OSCAR      | REED        | or@ten.example  | 1969-09-09 | 4 Fir Ave | ACT
        C:6      | RUTH       | STONE       | rs@ten.example  | 1931-01-31 | 6 Ash Ln  | WA
        """);
    tables.given(
        BronzeTables.LINK_DECISIONS,
        """
        delivery_id | line | record | other | decision  | decided_at
        d1          | 2    | 14     | 13    | different | 2025-04-01T09:00
        d1          | 3    | 15     | 16    | same      | 2025-04-01T09:00
        d1          | 4    | C:5    | 17    | different | 2025-04-01T09:00
        d1          | 5    | 18     | C:4   | same      | 2025-04-01T09:00
        d1          | 6    | 19     | 20    | different | 2025-04-01T09:00
        d1          | 7    | 1      | 2     | different | 2025-04-01T09:00
        d2          | 2    | 2      | 1     | open      | 2025-04-02T09:00
        d2          | 3    | 4      | 6     | same      | 2025-04-02T09:00
        d2          | 4    | 6      | 4     | different | 2025-04-02T09:00
        d2          | 5    | 4      | 404   | same      | 2025-04-02T09:00
        d2          | 6    | C:1    | C:2   | same      | 2025-04-02T09:00
        """);
  }

  /** Makes everything up to the links. */
  static void match(TablesInMemory tables) {
    tables.make(LinkDecisions.model(INCIDENT).orElseThrow(), KnownLinks.model(INCIDENT));
    tables.make(
        MatchProfiles.model(INCIDENT, MATCHING),
        MatchKeys.model(INCIDENT, MATCHING),
        BlockingRules.model(INCIDENT, MATCHING),
        MatchAnchors.model(INCIDENT, MATCHING),
        CrowdedKeys.model(INCIDENT, MATCHING),
        MatchPatterns.model(INCIDENT, MATCHING),
        DecidedPatterns.model(INCIDENT, MATCHING),
        LearntWeights.model(INCIDENT, MATCHING),
        CandidatePairs.model(INCIDENT, MATCHING),
        MatchedLinks.model(INCIDENT, MATCHING));
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
  void whereAllRecordsAreTheSameTheyAreOnePerson(SparkSession spark) {
    String record = " | RUTH | STONE | rs@ten.example | 1931-01-31 | 6 Ash Ln | WA\n";
    var alike = new TablesInMemory(spark);
    alike.given(
        IMPACTED,
        "record_id | given_name | family_name | email | birth_date | street | state\n"
            + IntStream.range(0, 30).mapToObj(i -> i + record).collect(Collectors.joining()));
    match(alike);

    assertEquals(1, alike.rows(Links.TABLE).select("person").distinct().count());
  }

  @Test
  void recordsThatLookTheSameButSayTooLittleAreApart() {
    var strict =
        new Matching(List.of(), MATCHING.compare(), List.of(), List.of(), List.of(), 100, 20, .999);
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
    double candidates =
        tables
            .rows(MatchPatterns.TABLE)
            .where("kind IN ('records', 'known people', 'same look')")
            .agg(sum("pairs").cast("double"))
            .head()
            .getDouble(0);
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

  @Test
  void whatAClerkTookForTwoIsTwoHoweverAlike() {
    assertEquals(2, people("13", "14"), "one look");
    assertEquals("unlinked", state("17"), "a rule had found this known person");
  }

  @Test
  void whatAClerkTookForOneIsOneHoweverDifferent() {
    assertTrue(isOnePerson("15", "16"));
    assertEquals("linked", state("18"));
    assertEquals("clerk", linksOf(tables.rows(Links.TABLE), "18").get(0).getAs("rule"));
  }

  @Test
  void nobodyIsPickedOfTwoWhoFitOneKnownPersonAndAreNotOne() {
    assertEquals(2, people("19", "20"));
    assertEquals("ambiguous", state("19"));
    assertEquals("ambiguous", state("20"));
  }

  @Test
  void weightsThatWereSavedAreTheOnesThatAreMatchedBy(@TempDir Path folder) throws IOException {
    List<Row> learnt = shares();
    Path file =
        Files.writeString(
            folder.resolve("weights.yaml"),
            WeightsFile.text("tiny", tables.rows(LearntWeights.TABLE).collectAsList()));
    Incident incident =
        tinyBut(
            "linking:\n",
            "linking:\n  matching: { weights: '%s', compare: %s }\n"
                .formatted(file, MATCHING.compare()));
    Matching matching = incident.linking().matching().orElseThrow();
    tables.make(LearntWeights.model(incident, matching));
    List<Row> used = shares();
    tables.make(LearntWeights.model(INCIDENT, MATCHING));

    assertEquals(List.of(), WeighedDegrees.mistakes(incident));
    assertEquals(MATCHING.compare(), matching.compare());
    assertEquals(learnt, used);
  }

  private List<Row> shares() {
    return tables
        .rows(LearntWeights.TABLE)
        .where("comparison >= 0")
        .orderBy("comparison", "number")
        .select("attribute", "agreement", "m", "u")
        .collectAsList();
  }

  @Test
  void decisionsThatDoNotStandChangeNothingAndAreRecorded() {
    tables.assertRows(
        DecisionsHonoured.TABLE,
        """
        decision  | outcome          | pairs
        same      | honoured         | 2
        different | honoured         | 3
        none      | taken back       | 1
        none      | contradicted     | 1
        none      | not found        | 1
        none      | two known people | 1
        """);
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
