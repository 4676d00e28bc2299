package aftermath.pipeline;

import static aftermath.pipeline.Balance.Total.rows;
import static aftermath.pipeline.Balance.Total.sum;
import static aftermath.pipeline.Balance.balance;
import static aftermath.pipeline.Table.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTest {
  private static final Table FILES = table("bronze.files");
  private static final Table PEOPLE = table("silver.people");

  @Test
  void addsUpRowsAndSums() {
    Balance balance =
        balance("Nobody is lost", rows(FILES, "role = 'people'"), rows(PEOPLE), sum("n", PEOPLE));

    assertEquals("Nobody is lost", balance.boundary());
    assertEquals(new Balance.Total(FILES, "count(*)", "role = 'people'"), balance.in());
    assertEquals(
        List.of(
            new Balance.Total(PEOPLE, "count(*)", "true"),
            new Balance.Total(PEOPLE, "sum(n)", "true")),
        balance.out());
  }
}
