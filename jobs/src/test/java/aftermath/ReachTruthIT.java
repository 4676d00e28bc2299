package aftermath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.notice.OutstandingNotices;
import aftermath.notice.ReachBySegment;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.run.Execution;
import aftermath.sample.Generation;
import aftermath.sample.Profile;
import aftermath.testing.SparkSessionForTests;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A generated incident of which it is known who has been told. */
@ExtendWith(SparkSessionForTests.class)
class ReachTruthIT {
  private static final Path RESOURCES = Path.of("jobs/src/test/resources/aftermath/notice");
  private static final LocalDate COMING_OF_AGE = LocalDate.of(2007, 6, 30);

  private final SparkSession spark;
  private final Path folder;
  private final Lakehouse lakehouse;

  ReachTruthIT(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.lakehouse = new Lakehouse(spark, folder.resolve("warehouse").toString());
  }

  @Test
  void reachedUnreachableAndPendingPeopleAreThoseOfTheTruthInEverySegment() throws IOException {
    Profile profile = Profile.read(RESOURCES.resolve("told.profile.yaml"));
    Generation.of(profile, folder.resolve("in"), folder.resolve("truth")).run();
    run(IncidentFile.read(RESOURCES.resolve("told.yaml")));

    var truth = new Truth();
    try (CsvReader<NamedCsvRecord> people =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth/people.csv"))) {
      people.forEach(truth::add);
    }
    assertEquals(truth.bySegment.toString(), found().toString());
    long guardians =
        lakehouse
            .read(OutstandingNotices.TABLE)
            .where("addressee = 'guardian' AND segment = 'age'")
            .agg(functions.sum("people"))
            .head()
            .getLong(0);
    assertEquals(truth.minorsNotReached, guardians);
  }

  private void run(Incident incident) {
    Pipeline all = BreachPipeline.of(incident, PseudonymKey.of("a key for nobody's pseudonym"));
    var needed = new HashSet<Table>(Set.of(ReachBySegment.TABLE, OutstandingNotices.TABLE));
    var models = new ArrayList<Model>();
    List<Model> inOrder = all.inOrder();
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      Model model = inOrder.get(i);
      if (needed.contains(model.table())) {
        needed.addAll(model.inputs());
        models.add(0, model);
      }
    }
    var pipeline = new Pipeline(all.delivered(), models, List.of());
    new Execution(incident, pipeline, lakehouse, Progress.SILENT, Clock.systemUTC(), "code", "key")
        .run(folder.resolve("in").toString());
  }

  private Map<String, String> found() {
    var found = new TreeMap<String, String>();
    lakehouse
        .read(ReachBySegment.TABLE)
        .select("segment", "value", "reached", "unreachable", "pending")
        .collectAsList()
        .forEach(
            row ->
                found.put(
                    row.getString(0) + "=" + row.getString(1),
                    List.of(row.getLong(2), row.getLong(3), row.getLong(4)).toString()));
    return found;
  }

  /** Counts of those reached, unreachable and pending, by segment and value. */
  private static final class Truth {
    private final Map<String, String> bySegment = new TreeMap<>();
    private final Map<String, long[]> counts = new TreeMap<>();
    private long minorsNotReached;

    void add(NamedCsvRecord person) {
      if (person.getField("deceased").equals("Y")) {
        return;
      }
      String state = person.getField("state");
      int which = state.startsWith("REACHED") ? 0 : state.equals("UNREACHABLE") ? 1 : 2;
      String age = age(person.getField("born"));
      minorsNotReached += age.equals("minor") && which > 0 ? 1 : 0;
      String home = person.getField("state_of_home");
      count("region=" + (home.isEmpty() ? "unknown" : home), which);
      count("age=" + age, which);
      count("deceased=no", which);
    }

    private static String age(String born) {
      if (born.isEmpty()) {
        return "unknown";
      }
      return LocalDate.parse(born).isAfter(COMING_OF_AGE) ? "minor" : "adult";
    }

    private void count(String value, int which) {
      long[] all = counts.computeIfAbsent(value, key -> new long[3]);
      all[which]++;
      bySegment.put(value, List.of(all[0], all[1], all[2]).toString());
    }
  }
}
