package aftermath.functions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.testing.SparkSessionForTests;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ProfileTest {

  private static final String DELIVERED =
      """
      SELECT * FROM VALUES
        ('d1', 'Anna', '4111 1111 1111 1111', map('Note', 'password: hunter22', 'Age', '7')),
        ('d1', 'Bob',  NULL,                  map('Note', 'nothing',            'Age', NULL)),
        ('d1', NULL,   NULL,                  NULL),
        ('d2', 'Eve',  'TFN 123456782',       map('IBAN', 'GB82 WEST 1234 5698 7654 32'))
        AS (delivery_id, `First Name`, remark, undeclared)
      """;

  @Test
  void countsRowsWithAValueAndHitsPerColumnAndKey(SparkSession spark) {
    assertEquals(
        List.of(
            "[d1,Age,1,ArraySeq(0, 0, 0, 0, 0, 0)]",
            "[d1,First Name,2,ArraySeq(0, 0, 0, 0, 0, 0)]",
            "[d1,Note,2,ArraySeq(0, 0, 0, 0, 0, 1)]",
            "[d1,remark,1,ArraySeq(1, 0, 0, 0, 0, 0)]",
            "[d2,First Name,1,ArraySeq(0, 0, 0, 0, 0, 0)]",
            "[d2,IBAN,1,ArraySeq(0, 1, 0, 0, 0, 0)]",
            "[d2,remark,1,ArraySeq(0, 0, 1, 0, 0, 0)]"),
        rows(spark.sql(DELIVERED).repartition(3), Profile.profile(columns())));
  }

  @Test
  void countsRowsWithAValueAlone(SparkSession spark) {
    List<String> rows = rows(spark.sql(DELIVERED).repartition(2), Profile.filled(columns()));

    assertEquals(7, rows.size());
    assertTrue(rows.contains("[d1,First Name,2,ArraySeq()]"), rows::toString);
  }

  @Test
  void refusesColumnsItCannotRead(SparkSession spark) {
    Exception refusal =
        assertThrows(
            Exception.class, () -> spark.range(1).agg(Profile.filled(col("id"))).collectAsList());
    assertTrue(refusal.getMessage().contains("strings or maps of strings"), refusal::getMessage);
  }

  private static Column[] columns() {
    return new Column[] {col("`First Name`"), col("remark"), col("undeclared")};
  }

  private static List<String> rows(Dataset<Row> delivered, Column profile) {
    return delivered
        .groupBy("delivery_id")
        .agg(profile.as("profile"))
        .select(col("delivery_id"), explode(col("profile")).as("column"))
        .select("delivery_id", "column.*")
        .orderBy("delivery_id", "column")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }
}
