package aftermath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.testing.Contents;
import aftermath.testing.DemoProcess;
import aftermath.testing.DemoRun;
import aftermath.testing.DemoWarehouse;
import aftermath.testing.FirstHand;
import aftermath.testing.SparkSessionForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --follow}: files are dropped in while it runs. */
@ExtendWith({SparkSessionForTests.class, DemoRun.class, FirstHand.class})
class FollowIT {

  @Test
  void theCountsMoveWithWhatComesAndStoppingIsClean(
      SparkSession spark, DemoRun.Done demo, FirstHand.Done first, @TempDir Path folder)
      throws IOException {
    FirstHand.Copy copy = first.copyIn(folder);
    DemoProcess process = DemoProcess.follow(copy.input(), copy.warehouse());
    assertTrue(process.says("Following what comes to"), process::output);
    assertFalse(process.output().contains(" come: "), process::output);

    assertFalse(copy.rest().isEmpty());
    copy.deliverTheRest();
    assertTrue(process.says("  reached (+"), process::output);
    assertTrue(process.output().contains(" changed "), process::output);
    process.stop();
    assertEquals(0, process.exitCode(), process::output);
    assertTrue(process.output().contains("Stopped."), process::output);
    assertFalse(Files.exists(copy.warehouse().resolve("_running")));
    assertEquals(List.of(), demo.personalValues().foundIn(process.output().lines()));
    Contents.whateverTheDeliveries(new DemoWarehouse(spark, copy.warehouse()))
        .assertSameAs(demo.whateverTheDeliveries(), "followed");
  }
}
