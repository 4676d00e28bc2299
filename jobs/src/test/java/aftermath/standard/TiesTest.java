package aftermath.standard;

import static aftermath.testing.TinyIncident.TINY;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Table;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class TiesTest {
  private static final Table PEOPLE =
      Table.table("silver.example").columns("known_id STRING NOT NULL, member_number STRING");

  private final TablesInMemory tables;
  private final SparkSession spark;

  TiesTest(SparkSession spark) {
    this.spark = spark;
    this.tables = new TablesInMemory(spark);
  }

  @Test
  void equalMemberNumbersTieACustomerToAMember() {
    tables.make(RepeatedKeys.model(TINY));

    assertTied(
        """
        known_id | member_number
        C:1      | 100
        C:2      | 200
        """,
        """
        known_id | member_number
        M:100    | 100
        M:300    | 300
        """,
        """
        customer | member
        C:1      | M:100
        """);
  }

  @Test
  void thoseWithoutANumberAreTiedToNobody() {
    tables.make(RepeatedKeys.model(TINY));

    assertTied(
        """
        known_id | member_number
        C:1      |
        """,
        """
        known_id | member_number
        M:100    |
        """,
        """
        customer | member
        """);
  }

  @Test
  void aNumberThatTwoCustomersShareProvesNothing() {
    tables
        .given(
            BronzeTables.of(TINY, Role.CUSTOMERS),
            """
            id | member
            1  | 100
            2  | 100
            """)
        .make(RepeatedKeys.model(TINY));

    assertTied(
        """
        known_id | member_number
        C:1      | 100
        C:2      | 100
        """,
        """
        known_id | member_number
        M:100    | 100
        """,
        """
        customer | member
        """);
  }

  @Test
  void everyoneHasATie() {
    tables.make(RepeatedKeys.model(TINY));

    tables.assertRows(
        customers("known_id | member_number\nC:1 |\nC:2 |\nC:3 | 100")
            .agg(count(lit(1)).as("people"), count(col("tie")).as("ties")),
        """
        people | ties
        3      | 3
        """);
  }

  private void assertTied(String customers, String members, String pairs) {
    Dataset<Row> ofCustomers = customers(customers);
    Dataset<Row> ofMembers =
        Rows.of(spark, PEOPLE, members)
            .transform(Ties.ofMembers(TINY, ofCustomers, tables.rows(RepeatedKeys.TABLE))::apply);
    Dataset<Row> tied =
        ofCustomers
            .select(col("known_id").as("customer"), col("tie"))
            .join(ofMembers.select(col("known_id").as("member"), col("tie")), "tie");
    tables.assertRows(tied, pairs);
  }

  private Dataset<Row> customers(String people) {
    return Rows.of(spark, PEOPLE, people)
        .transform(Ties.ofCustomers(TINY, tables.rows(RepeatedKeys.TABLE))::apply);
  }
}
