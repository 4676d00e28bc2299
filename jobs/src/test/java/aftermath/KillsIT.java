package aftermath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.testing.Contents;
import aftermath.testing.Deal;
import aftermath.testing.DemoProcess;
import aftermath.testing.DemoRun;
import aftermath.testing.DemoWarehouse;
import aftermath.testing.PersonalValues;
import aftermath.testing.SparkSessionForTests;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Killed at any moment, run again and killed again, the program ends in the same tables as if it
 * never was. {@code -Dkills=N} kills more often, {@code -Dseed=N} at other moments.
 */
@ExtendWith({SparkSessionForTests.class, DemoRun.class})
class KillsIT {
  private static final int IN_A_ROW = 3;

  /** So many files at least does a run write that only has more events of notices to follow. */
  private static final int FILES_OF_AN_INCREMENT = 60;

  static LongStream seeds() {
    int kills = Integer.getInteger("kills", IN_A_ROW);
    return LongStream.range(0, (kills + IN_A_ROW - 1) / IN_A_ROW)
        .map(row -> Long.getLong("seed", 1L) + row);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aKilledRunGoesOnWhereItWas(
      long seed, SparkSession spark, DemoRun.Done demo, @TempDir Path folder) {
    Path killed = folder.resolve("warehouse");
    int most = DemoProcess.fileCount(Path.of(demo.warehouse().lakehouse().root()));
    String moments = kill(seed, DemoWarehouse.SAMPLES, killed, 1, most, demo);
    var warehouse = new DemoWarehouse(spark, killed);
    warehouse.run(DemoWarehouse.SAMPLES);
    Contents.ofAll(warehouse).assertSameAs(Contents.ofAll(demo.warehouse()), moments);
    assertTrue(warehouse.run(DemoWarehouse.SAMPLES).isUnchanged());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void soDoesARunThatOnlyFollowsWhatHasCome(
      long seed, SparkSession spark, DemoRun.Done demo, @TempDir Path folder) {
    Path input = folder.resolve("input");
    Path killed = folder.resolve("warehouse");
    var hands = new Deal(seed).lateNotices();
    Deal.deliver(hands.get(0), input);
    new DemoWarehouse(spark, killed).run(input);
    int before = DemoProcess.fileCount(killed);
    Deal.deliver(hands.get(1), input);
    String moments = kill(seed, input, killed, before + 1, before + FILES_OF_AN_INCREMENT, demo);
    var warehouse = new DemoWarehouse(spark, killed);
    warehouse.run(input);
    Contents.whateverTheDeliveries(warehouse)
        .assertSameAs(Contents.whateverTheDeliveries(demo.warehouse()), moments);
    assertTrue(warehouse.run(input).isUnchanged());
  }

  /** Kills some runs, each when there are more files than at the one before. */
  private static String kill(
      long seed, Path input, Path killed, int least, int most, DemoRun.Done demo) {
    int[] moments = new Random(seed).ints(IN_A_ROW, least, most).sorted().toArray();
    for (int files : moments) {
      DemoProcess process = DemoProcess.start(input, killed);
      assertTrue(process.killAt(files), process::output);
      assertEquals(
          List.of(),
          PersonalValues.of(demo.warehouse()).foundIn(process.output().lines()),
          "personal data in the log");
    }
    return "killed when %s files were there; -Dseed=%d".formatted(Arrays.toString(moments), seed);
  }
}
