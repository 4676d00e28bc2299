package aftermath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.ops.Ops;
import aftermath.testing.Contents;
import aftermath.testing.DemoProcess;
import aftermath.testing.DemoRun;
import aftermath.testing.DemoWarehouse;
import aftermath.testing.FirstHand;
import aftermath.testing.SparkSessionForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Killed at any moment, run again and killed again, the program ends in the same tables as if it
 * never was. {@code -Dkills=N} kills more often, {@code -Dseed=N} at other moments.
 */
@ExtendWith({SparkSessionForTests.class, DemoRun.class, FirstHand.class})
class KillsIT {
  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final int IN_A_ROW = Math.min(KILLS, 3);

  /** The processes that are killed have the clock of the machine. */
  private static final Instant AFTER_ALL_KILLS = Instant.parse("2099-01-01T00:00:00Z");

  /** So many files at least does a run write that only has more events of notices to follow. */
  private static final int FILES_OF_AN_INCREMENT = 60;

  static LongStream seeds() {
    return LongStream.range(0, (KILLS + IN_A_ROW - 1) / IN_A_ROW)
        .map(row -> Long.getLong("seed", 1L) + row);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aKilledRunGoesOnWhereItWas(
      long seed, SparkSession spark, DemoRun.Done demo, @TempDir Path folder) {
    Path killed = folder.resolve("warehouse");
    int most = DemoProcess.fileCount(Path.of(demo.warehouse().lakehouse().root()));
    String moments = kill(seed, DemoWarehouse.SAMPLES, killed, 1, most, demo);
    var warehouse = new DemoWarehouse(spark, killed, AFTER_ALL_KILLS);
    warehouse.run(DemoWarehouse.SAMPLES);
    assertThatEveryRunHasAnEntry(warehouse);
    Contents.ofAll(warehouse).assertSameAs(Contents.ofAll(demo.warehouse()), moments);
    assertTrue(warehouse.run(DemoWarehouse.SAMPLES).isUnchanged());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void soDoesARunThatOnlyFollowsWhatHasCome(
      long seed, SparkSession spark, DemoRun.Done demo, FirstHand.Done first, @TempDir Path folder)
      throws IOException {
    FirstHand.Copy copy = first.copyIn(folder);
    int before = DemoProcess.fileCount(copy.warehouse());
    int most = before + FILES_OF_AN_INCREMENT;
    assertFalse(copy.rest().isEmpty());
    copy.deliverTheRest();
    String moments = kill(seed, copy.input(), copy.warehouse(), before + 1, most, demo);
    var warehouse = new DemoWarehouse(spark, copy.warehouse(), AFTER_ALL_KILLS);
    warehouse.run(copy.input());
    assertThatEveryRunHasAnEntry(warehouse);
    Contents.whateverTheDeliveries(warehouse).assertSameAs(demo.whateverTheDeliveries(), moments);
    assertTrue(warehouse.run(copy.input()).isUnchanged());
  }

  /** Whose files and whose tables these are is in the log, though the run came to no end. */
  private static void assertThatEveryRunHasAnEntry(DemoWarehouse warehouse) {
    Set<String> entered = names(warehouse.lakehouse().read(Ops.RUNS));
    var writers = new TreeSet<String>(names(warehouse.lakehouse().read(Ops.DELIVERIES)));
    warehouse.pipeline().models().stream()
        .flatMap(model -> warehouse.lakehouse().writerOf(model.table()).stream())
        .forEach(writers::add);
    writers.removeAll(entered);
    assertEquals(Set.of(), writers);
  }

  private static Set<String> names(Dataset<Row> rows) {
    return rows.select("run_id").distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  /** Kills some runs, each when there are more files than at the one before. */
  private static String kill(
      long seed, Path input, Path killed, int least, int most, DemoRun.Done demo) {
    int[] moments = new Random(seed).ints(IN_A_ROW, least, most).sorted().toArray();
    for (int files : moments) {
      DemoProcess process = DemoProcess.run(input, killed);
      assertTrue(process.killAt(files), process::output);
      assertEquals(
          List.of(),
          demo.personalValues().foundIn(process.output().lines()),
          "personal data in the log");
    }
    return "killed when %s files were there; -Dseed=%d".formatted(Arrays.toString(moments), seed);
  }
}
