package aftermath.functions;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.incident.Attribute;
import aftermath.incident.AttributeType;
import aftermath.testing.SparkSessionForTests;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class FunctionsTest {

  @Test
  void areCalledFromJava(SparkSession spark) {
    Dataset<Row> phones =
        spark
            .createDataset(List.of("0412 345 678", "-"), Encoders.STRING())
            .select(Standard.phone(col("value"), "AU").as("phone"))
            .where("phone is not null");

    assertEquals("+61412345678", phones.as(Encoders.STRING()).first());
  }

  @Test
  void areCalledFromSql(SparkSession spark) {
    assertEquals(
        "+61412345678",
        spark.sql("SELECT aftermath.phone('0412 345 678', 'AU', '')").first().getString(0));
  }

  @Test
  void giveTheSameWithAndWithoutGeneratedCode(SparkSession spark) {
    Dataset<Row> standardised =
        spark
            .createDataset(
                List.of("Anna", "a@b.co", "0412345678", "1987-03-02", "12.5", "yes", "-", "no"),
                Encoders.STRING())
            .union(spark.sql("SELECT CAST(NULL AS STRING)").as(Encoders.STRING()))
            // Without this, the optimiser would interpret the functions on the literal rows itself.
            .coalesce(1)
            .select(
                Standard.name(col("value")).as("name"),
                Standard.email(col("value")).as("email"),
                Standard.phone(col("value"), "AU").as("phone"),
                Standard.identifier(col("value")).as("identifier"),
                Standard.code(col("value")).as("code"),
                Standard.text(col("value")).as("text"),
                Standard.number(col("value")).as("number"),
                Standard.flag(col("value")).as("flag"),
                Standard.date(col("value")).as("day"));
    List<String> generated = rows(standardised);

    spark.conf().set("spark.sql.codegen.wholeStage", "false");
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    try {
      assertEquals(rows(standardised), generated);
    } finally {
      spark.conf().unset("spark.sql.codegen.wholeStage");
      spark.conf().unset("spark.sql.codegen.factoryMode");
    }
    assertEquals("[ANNA,null,null,ANNA,ANNA,Anna,null,null,null]", generated.get(0));
    assertEquals("[null,null,null,null,null,null,null,null,null]", generated.get(8));
    assertEquals(
        "name STRING,email STRING,phone STRING,identifier STRING,code STRING,text STRING,"
            + "number DECIMAL(18,4),flag BOOLEAN,day DATE",
        standardised.schema().toDDL());
  }

  @Test
  void standardiseAnAttributeAsTheIncidentSaysIt(SparkSession spark) {
    Standard.Surroundings surroundings =
        new Standard.Surroundings(
            List.of("Not Supplied", "1900-01-01", "-1"), "AU", LocalDate.of(2025, 6, 30));
    Dataset<Row> standardised =
        spark
            .createDataset(
                List.of("not supplied", "1900-01-01", "-1", "1234567", "2025-06-30", "2025-07-01"),
                Encoders.STRING())
            .select(
                standard(AttributeType.NAME, Optional.empty(), surroundings),
                standard(AttributeType.IDENTIFIER, Optional.of("\\d{7}|x"), surroundings),
                standard(AttributeType.DATE, Optional.empty(), surroundings),
                standard(AttributeType.NUMBER, Optional.empty(), surroundings));

    assertEquals(
        List.of(
            "[null,null,null,null]",
            "[null,null,null,null]",
            "[null,null,null,null]",
            "[null,1234567,null,1234567.0000]",
            "[null,null,2025-06-30,null]",
            "[null,null,null,null]"),
        rows(standardised));
  }

  private static Column standard(
      AttributeType type, Optional<String> pattern, Standard.Surroundings surroundings) {
    Attribute attribute =
        new Attribute(
            "attribute", type, List.of(), Optional.empty(), Optional.empty(), pattern, List.of());
    return Standard.of(attribute, surroundings).apply(col("value"));
  }

  private static List<String> rows(Dataset<Row> rows) {
    // A new query is planned, so that the setting of the moment applies.
    return rows.select("*").collectAsList().stream().map(Row::toString).toList();
  }
}
