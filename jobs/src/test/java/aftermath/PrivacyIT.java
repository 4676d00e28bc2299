package aftermath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import aftermath.present.Summary;
import aftermath.present.dashboard.Dashboard;
import aftermath.testing.Contents;
import aftermath.testing.DemoRun;
import aftermath.testing.SampleFiles;
import aftermath.testing.SparkSessionForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing of any person leaves silver. */
@ExtendWith({SparkSessionForTests.class, DemoRun.class})
class PrivacyIT {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2025-08-20T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void noTableToLookAtHoldsAPerson(DemoRun.Done demo) {
    var values = demo.personalValues();
    for (Table table : demo.warehouse().tables(Layer.GOLD, Layer.OPS)) {
      List<String> lines = Contents.lines(demo.warehouse().lakehouse().read(table));
      assertEquals(List.of(), values.foundIn(lines.stream()), table.name());
    }
  }

  @Test
  void nothingSaidNamesAPerson(DemoRun.Done demo) {
    var values = demo.personalValues();
    String summary =
        new Summary(demo.warehouse().incident(), demo.warehouse().lakehouse(), "conf/demo.yaml")
            .text();
    assertFalse(demo.warehouse().said().isBlank());
    assertEquals(List.of(), values.foundIn(demo.warehouse().said().lines()));
    assertEquals(List.of(), values.foundIn(summary.lines()));
  }

  @Test
  void noNotebookOfTheRepositoryNamesAPerson(DemoRun.Done demo) throws IOException {
    var values = demo.personalValues();
    try (var files = Files.newDirectoryStream(Path.of("notebooks-export", "demo"))) {
      for (Path file : files) {
        assertEquals(List.of(), values.foundIn(Files.readString(file).lines()), file.toString());
      }
    }
  }

  @Test
  void theDashboardNamesNobody(DemoRun.Done demo) {
    var values = demo.personalValues();
    String page =
        new Dashboard(demo.warehouse().incident(), demo.warehouse().lakehouse(), NOW).page();
    // The library of charts is the same whatever is drawn, and full of numbers.
    String ours = page.substring(0, page.indexOf("<script id=\"charts\""));
    // All data is one line: each value of it is looked at for itself, and then the line as a whole.
    assertEquals(List.of(), values.foundIn(Pattern.compile("[\\[{,]").splitAsStream(ours)));
    assertEquals(List.of(), values.foundIn(ours.lines()));
  }

  @Test
  void theSearchFindsWhatWasDelivered(DemoRun.Done demo) {
    var values = demo.personalValues();
    assertTrue(values.count() > 20_000, () -> "only " + values.count());
    long customers = SampleFiles.all().get("customers/part-00.csv").lines().skip(1).count();
    List<String> found =
        values.foundIn(SampleFiles.all().get("customers/part-00.csv").lines().skip(1));
    assertEquals(customers, found.size());
  }
}
