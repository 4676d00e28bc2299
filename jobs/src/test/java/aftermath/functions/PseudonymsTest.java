package aftermath.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.testing.SparkSessionForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionForTests.class)
class PseudonymsTest {

  private static final String SECRET = "key-of-sixteen-bytes-or-more";

  private final Pseudonyms pseudonyms = new Pseudonyms(PseudonymKey.of(SECRET));

  @Test
  void areHmacsOfHalfTheLength() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    String whole = HexFormat.of().formatHex(mac.doFinal("Anna".getBytes(UTF_8)));

    assertEquals(whole.substring(0, 32), pseudonyms.call("Anna"));
  }

  @Test
  void areAbsentOfNothing() {
    assertNull(pseudonyms.call(null));
  }

  @Test
  void areTheSameOnAllThreads() {
    String expected = pseudonyms.call("Anna");
    assertTrue(
        IntStream.range(0, 10_000)
            .parallel()
            .allMatch(i -> expected.equals(pseudonyms.call("Anna"))));
  }

  @Test
  void travelWithTheirKeyButDoNotShowIt(SparkSession spark) {
    Dataset<Row> people =
        spark
            .createDataset(List.of("Anna", "Bob", "Anna"), Encoders.STRING())
            .repartition(2)
            .select(pseudonyms.of(col("value")).as("person_id"))
            .distinct();

    assertEquals(2, people.collectAsList().size());
    assertFalse(people.queryExecution().toString().contains(SECRET));
    assertEquals("a key", PseudonymKey.of(SECRET).toString());
  }

  @Test
  void takeTheirKeyFromTheEnvironmentOrAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), SECRET + "\n");

    for (Map<String, String> environment :
        List.of(Map.of("AFTERMATH_KEY", SECRET), Map.of("AFTERMATH_KEY_FILE", file.toString()))) {
      assertEquals(
          pseudonyms.call("Anna"),
          new Pseudonyms(PseudonymKey.ofEnvironment(environment)).call("Anna"));
    }
  }

  @Test
  void refuseAMissingOrShortKeyWithoutShowingIt() {
    assertThrows(IllegalArgumentException.class, () -> PseudonymKey.ofEnvironment(Map.of()));
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> PseudonymKey.ofEnvironment(Map.of("AFTERMATH_KEY", "geheim")));
    assertFalse(refusal.getMessage().contains("geheim"));
  }
}
