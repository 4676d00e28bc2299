package aftermath.present.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Asks several things at the same time: a question to Spark is mostly planning, on one core. */
final class AtOnce {
  private static final int WORKERS = 4;

  private AtOnce() {}

  /** What each question is answered, in the order of the questions. */
  static <T> Map<String, T> answered(Map<String, Supplier<T>> questions) {
    // Threads of our own know the libraries that a launcher gave to this one.
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      var asked = new LinkedHashMap<String, CompletableFuture<T>>();
      questions.forEach(
          (name, question) -> asked.put(name, CompletableFuture.supplyAsync(question, workers)));
      var answers = new LinkedHashMap<String, T>();
      asked.forEach((name, answer) -> answers.put(name, answer.join()));
      return answers;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      workers.shutdownNow();
    }
  }
}
