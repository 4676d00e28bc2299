package aftermath.lakehouse;

import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Makes several tables at once, each when those it reads from are made. Planning a table and
 * committing it keeps one core busy, or none: while one table is planned another is counted.
 */
final class TablesAtOnce {
  private final int most;

  /**
   * @param most so many at once; 1 or more
   */
  TablesAtOnce(int most) {
    this.most = most;
  }

  /**
   * Does what is to be done for each model, and waits until all is done. Where something fails
   * nothing more is begun, and what has been begun is finished first.
   *
   * @param models each behind all those it reads from
   */
  void each(List<Model> models, Consumer<Model> work) {
    if (most == 1) {
      models.forEach(work);
      return;
    }
    ExecutorService workers = Executors.newFixedThreadPool(most);
    try {
      new Round(models, new ExecutorCompletionService<>(workers), work).finish();
    } finally {
      workers.shutdown();
    }
  }

  private final class Round {
    private final List<Model> waiting;
    private final Set<String> unmade = new HashSet<>();
    private final CompletionService<Model> atWork;
    private final Consumer<Model> work;
    private int count;
    private Throwable failure;

    Round(List<Model> models, CompletionService<Model> atWork, Consumer<Model> work) {
      this.waiting = new ArrayList<>(models);
      this.atWork = atWork;
      this.work = work;
      models.forEach(model -> unmade.add(model.table().name()));
    }

    void finish() {
      beginWhatIsReady();
      while (count > 0) {
        await();
        beginWhatIsReady();
      }
      if (failure instanceof RuntimeException mistake) {
        throw mistake;
      } else if (failure instanceof Error error) {
        throw error;
      }
    }

    private void beginWhatIsReady() {
      while (failure == null && count < most) {
        Model next = firstReady();
        if (next == null) {
          return;
        }
        waiting.remove(next);
        atWork.submit(() -> work.accept(next), next);
        count++;
      }
    }

    private Model firstReady() {
      return waiting.stream()
          .filter(model -> model.inputs().stream().map(Table::name).noneMatch(unmade::contains))
          .findFirst()
          .orElse(null);
    }

    private void await() {
      try {
        Future<Model> done = atWork.take();
        count--;
        unmade.remove(done.get().table().name());
      } catch (ExecutionException e) {
        if (failure == null) {
          failure = e.getCause();
        } else {
          failure.addSuppressed(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while tables were being made", e);
      }
    }
  }
}
