package aftermath.present.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TablesInSqlTest {
  private static final String QUERY =
      """
      -- What gold.fields says of people's data
      SELECT 'gold.fields isn''t one' AS remark
      FROM gold.fields JOIN ops.runs ON true
      """;

  @Test
  void findsTablesAndNothingInCommentsAndLiterals() {
    assertEquals(Set.of("gold.fields", "ops.runs"), TablesInSql.named(QUERY));
  }

  @Test
  void putsAPlaceForEachTableAndLeavesTheRest() {
    assertEquals(
        QUERY.replace("FROM gold.fields JOIN ops.runs", "FROM $gold.fields JOIN $ops.runs"),
        TablesInSql.placed(QUERY, name -> "$" + name));
  }

  @Test
  void seesWhoeverLooksBelowGold() {
    assertEquals(Set.of("silver.people"), TablesInSql.named("SELECT * FROM silver.people"));
  }
}
