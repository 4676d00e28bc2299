package aftermath.identity.probable;

import static aftermath.testing.TinyIncident.tinyBut;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.identity.WeighedDegrees;
import aftermath.incident.Incident;
import aftermath.present.WeightsFile;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkSessionForTests.class)
class SavedWeightsTest {
  private final SparkSession spark;

  SavedWeightsTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "same_at: .5",
        "compare: [given_name, family_name, birth_date]",
        "swapped: [[street, state], [email, work_email]]",
        "household: [street, family_name]",
        "compare: [birth_date, member_number]"
      })
  void whatWasSavedCanBeMatchedBy(String matching, @TempDir Path folder) throws IOException {
    Incident learning = tinyBut("linking:\n", "linking:\n  matching: { %s }\n".formatted(matching));
    TablesInMemory tables =
        new TablesInMemory(spark)
            .given(
                MatchPatterns.TABLE,
                """
                kind   | rules | pattern | pairs | rarity | own_rarity
                random | 0     | 0       | 7     | 0      | 0
                """)
            .make(LearntWeights.model(learning, learning.linking().matching().orElseThrow()));
    Path file =
        Files.writeString(
            folder.resolve("weights.yaml"),
            WeightsFile.text("tiny", tables.rows(LearntWeights.TABLE).collectAsList()));

    Incident reading =
        tinyBut(
            "linking:\n",
            "linking:\n  matching: { weights: '%s', %s }\n".formatted(file, matching));

    assertEquals(List.of(), WeighedDegrees.mistakes(reading));
  }
}
