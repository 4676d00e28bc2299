package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Format;
import aftermath.incident.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files among deliveries that no path means. */
class PassedOverTest {
  @TempDir private Path folder;

  @Test
  void aMisspeltEndingIsTold() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "ID\n");
    Files.writeString(folder.resolve("b.CSV"), "ID\n");
    String said = said("*.csv").orElseThrow();
    assertTrue(said.startsWith("1 file lies among the deliveries"), said);
    assertTrue(said.endsWith("b.CSV."), said);
  }

  @Test
  void whatIsHiddenOrStillBeingCopiedIsNot() throws IOException {
    for (String name : new String[] {"a.csv", ".b.csv", "_SUCCESS", "c.csv.part", "d.tmp"}) {
      Files.writeString(folder.resolve(name), "ID\n");
    }
    assertEquals(Optional.empty(), said("*.csv"));
  }

  @Test
  void aFolderOfWhichOneFileIsNamedMayHoldAnything() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "ID\n");
    Files.writeString(folder.resolve("minutes.txt"), "x");
    assertEquals(Optional.empty(), said("a.csv"));
  }

  @Test
  void ofManyAFewAreNamed() throws IOException {
    for (int i = 0; i < 7; i++) {
      Files.writeString(folder.resolve(i + ".txt"), "x");
    }
    assertTrue(
        said("*.csv").orElseThrow().endsWith("4.txt and 2 more."), () -> said("*.csv").get());
  }

  private Optional<String> said(String path) {
    Incident incident = Incidents.of(Incidents.customers(Format.CSV, Incidents.CSV, path));
    var hadoop = new Configuration();
    Listing meant = Listing.of(hadoop, incident, folder.toString());
    return PassedOver.said(hadoop, incident, folder.toString(), meant);
  }
}
