package aftermath.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
  private static final long GIGABYTE = 1L << 30;

  @Test
  void aMachineWithEnoughIsFine() {
    assertEquals(
        List.of(Standing.OK, Standing.OK),
        standings(new Machine(17, 4 * GIGABYTE, 16 * GIGABYTE), 14 * GIGABYTE));
  }

  @Test
  void anOldJavaIsMissingAndAnUntriedOneIsWarnedOf() {
    assertEquals(Standing.MISSING, java(11).standing());
    assertTrue(java(11).sentence().contains("17 or later"));
    assertEquals(Standing.WARNING, java(26).standing());
  }

  @Test
  void aHeapInWhichNothingHasRunIsMissing() {
    assertEquals(
        Standing.MISSING,
        new Machine(17, GIGABYTE / 2, 16 * GIGABYTE).findings(0).get(1).standing());
  }

  @Test
  void muchDataInASmallHeapIsWarnedOf() {
    Finding heap = new Machine(17, 2 * GIGABYTE, 16 * GIGABYTE).findings(5 * GIGABYTE).get(1);
    assertEquals(Standing.WARNING, heap.standing());
    assertTrue(heap.sentence().contains("5.4 GB of deliveries"), heap::sentence);
    assertTrue(heap.sentence().contains("-Xmx4g"), heap::sentence);
  }

  @Test
  void littleDataNeedsNoLargeHeap() {
    assertEquals(
        Standing.OK, new Machine(17, 2 * GIGABYTE, 4 * GIGABYTE).findings(1000).get(1).standing());
  }

  @Test
  void aHeapLargerThanTheMachineIsWarnedOf() {
    Finding heap = new Machine(17, 8 * GIGABYTE, 4 * GIGABYTE).findings(0).get(1);
    assertEquals(Standing.WARNING, heap.standing());
    assertTrue(heap.sentence().contains("may kill the run"), heap::sentence);
  }

  private static Finding java(int version) {
    return new Machine(version, 4 * GIGABYTE, 16 * GIGABYTE).findings(0).get(0);
  }

  private static List<Standing> standings(Machine machine, long deliveries) {
    return machine.findings(deliveries).stream().map(Finding::standing).toList();
  }
}
