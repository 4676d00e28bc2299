package aftermath;

import static aftermath.testing.TinyIncident.TINY;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.functions.PseudonymKey;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.DryRun;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.quality.ColumnProfiles;
import aftermath.quality.FieldProvenance;
import aftermath.quality.UnexpectedData;
import aftermath.standard.RepeatedKeys;
import aftermath.standard.SupersededRows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreachPipelineTest {
  private static final Pipeline PIPELINE =
      BreachPipeline.of(TINY, PseudonymKey.of("a key of the tests, and no other"));

  private static final Set<Table> ABOUT_DELIVERIES =
      Set.of(
          RepeatedKeys.TABLE,
          SupersededRows.TABLE,
          ColumnProfiles.TABLE,
          FieldProvenance.TABLE,
          UnexpectedData.TABLE);

  private final SparkSession spark;
  private final TablesInMemory once;

  BreachPipelineTest(SparkSession spark) {
    this.spark = spark;
    this.once = made(delivered());
  }

  @Test
  void canRun() {
    assertEquals(List.of(), DryRun.mistakes(spark, PIPELINE));
  }

  @Test
  void everyModelReadsItsOwnLayerOrOneBeforeIt() {
    for (Model model : PIPELINE.models()) {
      for (Table input : model.inputs()) {
        assertTrue(
            model.table().layer().mayRead(input.layer()),
            () -> model.table().name() + " reads " + input.name());
      }
    }
  }

  @Test
  void noGoldTableHoldsPersonalData() {
    PIPELINE.tables().stream()
        .filter(table -> table.layer() == Layer.GOLD)
        .forEach(table -> assertEquals(Set.of(), table.personal(), table.name()));
  }

  @Test
  void everyColumnSaysWhatItMeans() {
    List<String> silent =
        PIPELINE.tables().stream()
            .flatMap(
                table ->
                    table.columns().stream()
                        .filter(column -> column.comment().isBlank())
                        .map(column -> table.name() + "." + column.name()))
            .toList();

    assertEquals(List.of(), silent);
  }

  @Test
  void theOrderAndThePartitionsOfItsInputsChangeNothing() {
    TablesInMemory shuffled = delivered();
    for (Table table : PIPELINE.delivered()) {
      shuffled.given(table, shuffled(shuffled.rows(table)));
    }
    List<Model> models =
        PIPELINE.inOrder().stream()
            .filter(model -> ABOUT_DELIVERIES.contains(model.table()))
            .toList();
    models.forEach(shuffled::make);

    models.forEach(model -> assertSame(model.table(), shuffled));
  }

  @Test
  void whatIsDeliveredAgainInAnyOrderChangesNobody() {
    TablesInMemory twice = delivered();
    for (Table table : PIPELINE.delivered()) {
      if (table.layer() == Layer.BRONZE) {
        twice.given(table, shuffled(withARepeatedDelivery(twice.rows(table))));
      }
    }
    made(twice);

    PIPELINE.models().stream()
        .map(Model::table)
        .filter(table -> !ABOUT_DELIVERIES.contains(table))
        .forEach(table -> assertSame(table, twice));
  }

  private static Dataset<Row> withARepeatedDelivery(Dataset<Row> rows) {
    Column other = concat(lit("again-"), col("delivery_id"));
    return rows.union(rows.withColumn("delivery_id", other));
  }

  private void assertSame(Table table, TablesInMemory others) {
    assertFalse(once.rows(table).isEmpty(), () -> table.name() + " has no rows");
    assertEquals(sorted(once.rows(table)), sorted(others.rows(table)), table.name());
  }

  private static TablesInMemory made(TablesInMemory tables) {
    PIPELINE.inOrder().forEach(tables::make);
    return tables;
  }

  private Dataset<Row> shuffled(Dataset<Row> rows) {
    List<Row> list = new ArrayList<>(rows.collectAsList());
    Collections.shuffle(list, new Random(11));
    return spark.createDataFrame(list, rows.schema()).repartition(3);
  }

  private static List<String> sorted(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private TablesInMemory delivered() {
    return new TablesInMemory(spark)
        .given(
            BronzeTables.of(TINY, Role.IMPACTED_RECORDS),
            """
            delivery_id | line | ref | first | last | email            | dob        | member | state | diagnosis | undeclared
            d1          | 2    | R1  | Kim   | Lee  | kim@one.example  | 1990-05-01 | 100    | NSW   |           | {NOTE: quiet}
            d1          | 3    | R2  | Kim   | Lee  | kim@two.example  | 1990-05-01 |        | VIC   | asthma    |
            d1          | 4    | R3  |       | Roy  | desk@one.example |            |        |       |           |
            d1          | 5    | R4  | Ann   | Day  | ann@one.example  | 2010-01-01 |        | WA    |           |
            d2          | 2    | R1  | Kim   | Lea  | kim@one.example  | 1990-05-01 | 100    | NSW   |           |
            d2          | 3    |     | Ann   | Day  | ann@one.example  |            |        |       |           |
            d2          | 4    |     | Ann   | Day  | ann@one.example  |            |        |       |           |
            d2          | 5    | R5  | Bob   | Fox  |                  | 1970-02-02 |        |       |           | {CARD: 4111111111111111}
            """)
        .given(
            BronzeTables.of(TINY, Role.CUSTOMERS),
            """
            delivery_id | line | id | updated    | member | first | last | email            | born       | street    | state
            c1          | 2    | C1 | 2024-01-01 | 100    | Kim   | Lee  | kim@one.example  | 1990-05-01 | 1 High St | QLD
            c1          | 3    | C1 | 2024-02-01 | 100    | Kim   | Lee  | kim@one.example  | 1990-05-01 | 1 High St | NSW
            c1          | 4    | C2 | 2024-01-01 |        | Pat   | Roy  | desk@one.example |            |           | NSW
            c2          | 2    | C3 | 2024-01-01 |        | Sam   | Roy  | desk@one.example |            |           | VIC
            c2          | 3    | C4 | 2024-01-01 | 300    | Eve   | Low  |                  |            |           | VIC
            """)
        .given(
            BronzeTables.of(TINY, Role.MEMBERS),
            """
            delivery_id | line | number | last | email
            m1          | 2    | 100    | Lee  | kim@one.example
            m1          | 3    | 300    | Low  |
            m1          | 4    | 400    | Day  | ann@one.example
            m2          | 2    | 400    | Dey  | ann@one.example
            """)
        .given(
            BronzeTables.RESPONSE_EVENTS,
            """
            delivery_id | line | source     | response_id | event    | occurred_at         | answered_at         | ended_at            | wrap_up_seconds | person          | topic
            r1          | 2    | calls      | 1           | Answered | 2025-03-03 10:00:00 | 2025-03-03 10:00:15 | 2025-03-03 10:05:00 | 30              | C1              | why me
            r1          | 3    | calls      | 2           | hung up  | 2025-03-04 10:00:00 |                     | 2025-03-04 10:00:03 |                 |                 |
            r1          | 4    | calls      |             | ringing  | 2025-03-04 10:00:00 |                     |                     |                 |                 |
            r2          | 2    | protection | 1           | enrol    | 2025-03-05 10:00:00 |                     |                     |                 | kim@one.example |
            """)
        .given(
            BronzeTables.NOTICE_EVENTS,
            """
            provider | channel | message_id | event        | occurred_at      | wave  | recipient        | person | person_attribute
            ses      | email   | M1         | sent         | 2025-03-02 10:00 | first | kim@one.example  | C1     | customer_id
            ses      | email   | M1         | hard_bounced | 2025-03-02 10:01 |       | kim@one.example  | C1     | customer_id
            ses      | email   | M2         | delivered    | 2025-03-02 13:30 | first | desk@one.example |        |
            ses      | email   | M3         | sent         | 2025-03-03 10:00 | first | ann@one.example  |        |
            ses      | email   | M3         | opened       | 2025-03-03 11:00 | first | ann@one.example  |        |
            printer  | post    | L1         | sent         | 2025-03-04 10:00 | first |                  | C1     | customer_id
            printer  | post    | L1         | unknown      | 2025-03-20 10:00 | first |                  | C1     | customer_id
            """)
        .given(
            PIPELINE.table("ops.deliveries").orElseThrow(),
            """
            delivery_id | role             | file       | state
            d1          | impacted_records | one.csv    | taken
            d2          | impacted_records | two.csv    | taken
            c1          | customers        | c.csv      | taken
            """);
  }
}
