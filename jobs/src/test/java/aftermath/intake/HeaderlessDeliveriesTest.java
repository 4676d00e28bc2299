package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Format;
import aftermath.incident.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the header is missing, the first row is somebody's, and nobody is to read it in a message.
 */
class HeaderlessDeliveriesTest {
  private static final Source CUSTOMERS =
      Incidents.customers(Format.CSV, Incidents.CSV, "customers.csv");

  @TempDir private Path folder;

  @Test
  void theFirstRowIsNotRepeatedInTheProblem() throws IOException {
    ReadDelivery read = read("C48859459,Ward,cward18@home4.example\nC2,Lee,lee@home4.example\n");
    String problem = read.problem().orElseThrow();
    assertTrue(problem.contains("begins with data"), problem);
    assertFalse(problem.contains("Ward"), problem);
    assertEquals(List.of(), read.file().columns());
  }

  @Test
  void aRowThatHoldsAValueTwiceIsNotRepeatedEither() throws IOException {
    ReadDelivery read = read("Ward,Ward,0412 345 678\n");
    assertFalse(read.problem().orElseThrow().contains("Ward"), read.problem()::toString);
  }

  @Test
  void otherNamesOfColumnsAreSaid() throws IOException {
    ReadDelivery read = read("KUNDE,NACHNAME,ADRESSE_2025\n1,Ward,x\n");
    assertTrue(read.problem().orElseThrow().contains("NACHNAME"), read.problem()::toString);
    assertEquals(3, read.file().columns().size());
  }

  private ReadDelivery read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("customers.csv"), text);
    return ReadDelivery.of(file, Incidents.of(CUSTOMERS), CUSTOMERS);
  }
}
