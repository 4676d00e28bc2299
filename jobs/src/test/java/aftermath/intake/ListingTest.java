package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import aftermath.incident.Format;
import aftermath.incident.Incident;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a look into the folders of deliveries sees. */
class ListingTest {
  @TempDir private Path folder;

  @Test
  void itIsTheSameUntilAFileComesGrowsOrGoes() throws Exception {
    Listing empty = csv();
    Path file = Files.writeString(folder.resolve("a.csv"), "ID,NAME\n");
    Listing one = csv();
    assertEquals(1, one.newerThan(empty));
    assertEquals(one, csv());

    Files.writeString(file, "ID,NAME\n1,A\n");
    Listing grown = csv();
    assertEquals(1, grown.newerThan(one));

    Files.delete(file);
    assertEquals(empty, csv());
  }

  @Test
  void whatNoPathMeansIsNotSeen() throws Exception {
    Listing before = csv();
    Files.writeString(folder.resolve("a.csv.part"), "ID,NAME\n");
    assertEquals(before, csv());
  }

  @Test
  void aNewVersionOfADeltaTableIsSeen() throws Exception {
    Path log = Files.createDirectories(folder.resolve("table/_delta_log"));
    Files.writeString(log.resolve("00000000000000000000.json"), "{}");
    Listing before = delta();
    assertEquals(before, delta());
    Files.writeString(log.resolve("00000000000000000001.json"), "{}");
    assertNotEquals(before, delta());
  }

  private Listing csv() {
    var dialect = Incidents.csv(',', StandardCharsets.UTF_8, Optional.empty());
    return of(Incidents.of(Incidents.customers(Format.CSV, dialect, "*.csv")));
  }

  private Listing delta() {
    var dialect = Incidents.csv(',', StandardCharsets.UTF_8, Optional.empty());
    return of(Incidents.of(Incidents.customers(Format.DELTA, dialect, "table")));
  }

  private Listing of(Incident incident) {
    return Listing.of(new Configuration(), incident, folder.toString());
  }
}
