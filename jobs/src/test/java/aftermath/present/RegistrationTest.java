package aftermath.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.exposure.EmailCount;
import aftermath.ops.Ops;
import aftermath.pipeline.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private static final List<Table> TABLES = List.of(EmailCount.TABLE, Ops.RUNS);

  @Test
  void trinoTakesFoldersOfThisMachineByAnAddress() {
    assertEquals(
        List.of(
            "CREATE SCHEMA IF NOT EXISTS c.gold",
            "CREATE SCHEMA IF NOT EXISTS c.ops",
            "CALL c.system.register_table(schema_name => 'gold', table_name => 'email_count', table_location => 'local:///it''s/gold/email_count')",
            "CALL c.system.register_table(schema_name => 'ops', table_name => 'runs', table_location => 'local:///it''s/ops/runs')"),
        Registration.TRINO.statements("c", "/it's", TABLES));
  }

  @Test
  void sparkTakesPathsAndAddressesAsTheyAre() {
    assertEquals(
        List.of(
            "CREATE SCHEMA IF NOT EXISTS gold",
            "CREATE SCHEMA IF NOT EXISTS ops",
            "CREATE TABLE IF NOT EXISTS gold.email_count USING DELTA LOCATION 's3a://b/w/gold/email_count'",
            "CREATE TABLE IF NOT EXISTS ops.runs USING DELTA LOCATION 's3a://b/w/ops/runs'"),
        Registration.SPARK.statements("", "s3a://b/w", TABLES));
  }
}
