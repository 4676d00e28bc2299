package aftermath.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes a synthetic incident and, apart from it, the truth about it. */
public final class Generator {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT);

  /** A job and the folder it writes into. */
  private record Assignment(Job job, Path folder, boolean isTruth) {}

  private record Written(Path file, boolean isTruth, long rows, long bytes) {}

  private Generator() {}

  /**
   * Generates all files of a profile. Memory does not grow with the scale. If anything fails, the
   * files written so far are removed.
   *
   * @throws SampleProblem if the folders are not usable or something cannot be written
   */
  public static Summary generate(Generation generation) {
    check(generation);
    Scene scene = new Scene(generation.profile(), generation.scale(), generation.seed());
    List<Assignment> assignments = assignments(generation, scene);
    Folders folders = new Folders(generation, assignments.stream().map(Generator::file).toList());
    folders.prepare();
    try {
      Tally tally = new Tally();
      List<Written> written = writeAll(generation, assignments, tally);
      Summary summary = summary(generation, scene, written, tally);
      Path file = generation.truth().resolve("summary.json");
      folders.willWrite(file);
      JSON.writeValue(file.toFile(), summary);
      return summary;
    } catch (IOException failure) {
      folders.removeWhatWasWritten();
      throw SampleProblem.unwritable(generation.truth(), failure);
    } catch (RuntimeException | Error failure) {
      folders.removeWhatWasWritten();
      throw failure;
    }
  }

  private static void check(Generation generation) {
    if (!(generation.scale() > 0) || Double.isInfinite(generation.scale())) {
      throw SampleProblem.scaleOutOfRange(generation.scale());
    }
    if (generation.threads() < 1) {
      throw SampleProblem.noThreads(generation.threads());
    }
    Path out = generation.out().toAbsolutePath().normalize();
    Path truth = generation.truth().toAbsolutePath().normalize();
    if (truth.startsWith(out) || out.startsWith(truth)) {
      throw SampleProblem.truthAmongTheFiles(truth, out);
    }
  }

  private static Path file(Assignment assignment) {
    return assignment.folder().resolve(assignment.job().path());
  }

  private static List<Assignment> assignments(Generation generation, Scene scene) {
    List<Assignment> assignments = new ArrayList<>();
    Profile profile = scene.profile();
    Outreach outreach = new Outreach(scene);
    assignments.add(new Assignment(new PeopleTruthJob(scene, outreach), generation.truth(), true));
    assignments.add(new Assignment(new RecordsTruthJob(scene), generation.truth(), true));
    for (Table table : scene.tables().values()) {
      for (int part = 0; part < table.spec().parts(); part++) {
        assignments.add(new Assignment(new TableJob(scene, table, part), generation.out(), false));
      }
      if (table.spec().again() > 0) {
        assignments.add(new Assignment(new AgainJob(scene, table), generation.out(), false));
      }
    }
    for (int part = 0; part < profile.notices().messages().parts(); part++) {
      assignments.add(
          new Assignment(new MessagesJob(scene, outreach, part), generation.out(), false));
    }
    if (profile.notices().letters() != null) {
      for (int part = 0; part < profile.notices().letters().parts(); part++) {
        assignments.add(
            new Assignment(new LettersJob(scene, outreach, part), generation.out(), false));
      }
    }
    if (profile.responses() != null) {
      for (int part = 0; part < profile.responses().calls().parts(); part++) {
        assignments.add(
            new Assignment(new CallsJob(scene, outreach, part), generation.out(), false));
      }
      for (int part = 0; part < profile.responses().protection().parts(); part++) {
        assignments.add(
            new Assignment(new ProtectionJob(scene, outreach, part), generation.out(), false));
      }
    }
    return assignments;
  }

  private static List<Written> writeAll(
      Generation generation, List<Assignment> assignments, Tally tally) {
    long expected = assignments.stream().mapToLong(a -> a.job().expectedRows()).sum();
    Teller teller = new Teller(generation.progress(), expected);
    AtomicBoolean stopped = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(generation.threads());
    try {
      ExecutorCompletionService<Written> running = new ExecutorCompletionService<>(threads);
      for (Assignment assignment : assignments) {
        running.submit(() -> write(assignment, tally, teller, stopped));
      }
      List<Written> written = new ArrayList<>();
      for (int i = 0; i < assignments.size(); i++) {
        written.add(running.take().get());
      }
      return written;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw SampleProblem.interrupted(interrupted);
    } finally {
      stopped.set(true);
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  /** Files can only be removed once nobody writes them any more. */
  private static void awaitEnd(ExecutorService threads) {
    boolean interrupted = false;
    while (true) {
      try {
        if (threads.awaitTermination(1, TimeUnit.HOURS)) {
          break;
        }
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Written write(
      Assignment assignment, Tally tally, Teller teller, AtomicBoolean stopped) {
    Path path = file(assignment);
    Tally own = new Tally();
    Teller.Voice voice = teller.voice(assignment.job().path());
    PartFile file = null;
    try (PartFile open =
        new PartFile(
            path,
            assignment.job().charset(),
            rows -> {
              if (stopped.get()) {
                throw new IOException("The generation was stopped.");
              }
              voice.tell(rows);
            })) {
      file = open;
      assignment.job().write(open, own);
    } catch (IOException failure) {
      throw SampleProblem.unwritable(path, failure);
    }
    voice.tell(file.rows());
    tally.addAll(own);
    return new Written(path, assignment.isTruth(), file.rows(), file.bytes());
  }

  private static Summary summary(
      Generation generation, Scene scene, List<Written> written, Tally tally) {
    List<Written> delivered =
        written.stream()
            .filter(w -> !w.isTruth())
            .sorted(Comparator.comparing(Written::file))
            .toList();
    Map<String, Long> rowsByFolder = new TreeMap<>();
    delivered.forEach(
        w ->
            rowsByFolder.merge(
                generation.out().relativize(w.file().getParent()).toString(), w.rows(), Long::sum));
    scene.unexpected().forEach((kind, n) -> tally.add("records with unexpected data", kind, n));
    return new Summary(
        generation.profile().id(),
        generation.scale(),
        generation.seed(),
        delivered.size(),
        delivered.stream().mapToLong(Written::rows).sum(),
        delivered.stream().mapToLong(Written::bytes).sum(),
        scene.census().affected(),
        scene.census().records(),
        rowsByFolder,
        tally.all());
  }
}
