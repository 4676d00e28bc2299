package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BadDeliveriesTest {

  private static final List<BadDeliveries.Case> CASES = BadDeliveries.ALL;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("CASES")
  void keepsWhatIsInOrderAndSetsTheRestAsideWithItsReason(BadDeliveries.Case bad)
      throws IOException {
    Path path = Files.write(folder.resolve(bad.fileName()), bad.bytes());

    ReadDelivery read = ReadDelivery.of(path, Incidents.of(bad.source()), bad.source());

    String problem = read.problem().orElse("");
    assertTrue(
        bad.problem().isEmpty() ? problem.isEmpty() : problem.contains(bad.problem()), problem);
    if (bad.kept() != null) {
      boolean isNumber = bad.kept().size() == 1 && bad.kept().get(0).matches("\\d+ rows?");
      if (isNumber) {
        assertEquals(bad.kept().get(0).split(" ", 2)[0], String.valueOf(read.kept().size()));
      } else {
        assertEquals(String.join("\n", bad.kept()), String.join("\n", read.kept()));
      }
    }
    List<String> reasons = read.setAside().stream().map(one -> one[0] + ":" + one[1]).toList();
    if (bad.setAside() == null) {
      assertTrue(reasons.get(reasons.size() - 1).contains("damaged or cut off"));
      return;
    }
    assertEquals(bad.setAside().size(), reasons.size(), reasons::toString);
    for (int i = 0; i < reasons.size(); i++) {
      String[] expected = bad.setAside().get(i).split(":", 2);
      assertTrue(
          reasons.get(i).startsWith(expected[0]) && reasons.get(i).contains(expected[1]),
          reasons.get(i));
      assertTrue(read.setAside().get(i)[2].length() <= Records.TEXT_KEPT);
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void findsTheSameHoweverTheFileIsSplit(BadDeliveries.Case bad) throws IOException {
    Path path = Files.write(folder.resolve(bad.fileName()), bad.bytes());
    ReadDelivery whole = ReadDelivery.of(path, Incidents.of(bad.source()), bad.source());
    long size = Math.max(1, bad.bytes().length / 50);

    ReadDelivery split = ReadDelivery.of(path, Incidents.of(bad.source()), bad.source(), size);

    assertEquals(whole.kept(), split.kept());
    assertEquals(
        whole.setAside().stream().map(one -> String.join("|", one)).toList(),
        split.setAside().stream().map(one -> String.join("|", one)).toList());
  }
}
