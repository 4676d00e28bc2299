package aftermath.response;

import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ContactTopicsDailyTest {
  private final TablesInMemory tables;

  ContactTopicsDailyTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void countsContactsOfAllChannelsByTopicOnEveryDay() {
    tables
        .given(
            Responses.TABLE,
            """
            day        | channel | kind      | topic
            2025-03-01 | line    | answered  | money
            2025-03-01 | chat    | answered  | money
            2025-03-01 | line    | answered  | health
            2025-03-01 | line    | answered  | unknown
            2025-03-01 | line    | abandoned | none
            2025-03-01 | web     | enrolled  | none
            2025-03-01 | line    | unknown   | health
            2025-03-03 | line    | answered  | health
            2025-03-09 | web     | enrolled  | none
            """)
        .make(ContactTopicsDaily.model())
        .assertRows(
            ContactTopicsDaily.TABLE,
            """
            day        | topic   | offered | answered | abandoned | share
            2025-03-01 | money   | 2       | 2        | 0         | 0.5
            2025-03-01 | health  | 1       | 1        | 0         | 0.25
            2025-03-01 | unknown | 1       | 1        | 0         | 0.25
            2025-03-01 | none    | 1       | 0        | 1         | 0
            2025-03-02 | money   | 0       | 0        | 0         |
            2025-03-02 | health  | 0       | 0        | 0         |
            2025-03-02 | unknown | 0       | 0        | 0         |
            2025-03-02 | none    | 0       | 0        | 0         |
            2025-03-03 | money   | 0       | 0        | 0         | 0
            2025-03-03 | health  | 1       | 1        | 0         | 1
            2025-03-03 | unknown | 0       | 0        | 0         | 0
            2025-03-03 | none    | 0       | 0        | 0         | 0
            """);
  }

  @Test
  void withoutContactsThereAreNoTopics() {
    tables.make(ContactTopicsDaily.model()).assertNoRows(ContactTopicsDaily.TABLE);
  }
}
