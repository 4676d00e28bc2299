package aftermath.disclosure.suppression;

import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.Singletons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Complementary suppression: chooses which cells are left out beside the sensitive ones, so that no
 * attacker comes closer to a sensitive value than its protection levels allow, at the least cost.
 *
 * <p>Exact by cutting planes where time allows; until then the best pattern known is improved part
 * by part. Whatever is returned averts every threat.
 */
public final class Suppression implements AutoCloseable {
  private static final double NO_BETTER = 1e-9;

  private final LinkedTables tables;
  private final Optional<Singletons> singletons;
  private final Progress progress;
  private final long deadline;
  private final Deviations program;
  private final CheapestDeviation cheapest;
  private final Cuts cuts;
  private final List<Threat> threats;
  private final Greedy greedy;
  private final Neighbourhoods neighbourhoods;
  private BitSet best;
  private double bestCost;
  private double bound;
  private boolean isOptimal;

  /**
   * @param withSingletons whether also the lone contributor of a cell is an attacker
   * @param atMost after so long the best pattern found is taken
   */
  public record Options(boolean withSingletons, Duration atMost) {}

  /**
   * A pattern that averts every threat.
   *
   * @param suppressed sensitive and complementary cells
   * @param cost of the complementary cells
   * @param lowerBound no pattern costs less
   */
  public record Result(BitSet suppressed, double cost, double lowerBound, boolean isOptimal) {}

  /** Whoever wants to know how far it has come. */
  public interface Progress {

    /**
     * Something was learnt.
     *
     * @param cost of the best pattern known
     */
    void found(double cost, double lowerBound, int inequalities);
  }

  private Suppression(LinkedTables tables, Options options, Progress progress) {
    this.progress = progress;
    this.tables = tables;
    this.singletons =
        options.withSingletons() ? Optional.of(new Singletons(tables)) : Optional.empty();
    this.deadline = System.nanoTime() + options.atMost().toNanos();
    this.program = new Deviations(tables, tables.places(cell -> cell.mayBeSuppressed()));
    this.cheapest = new CheapestDeviation(tables);
    this.cuts = new Cuts(tables);
    this.neighbourhoods = new Neighbourhoods(tables);
    this.threats = new ArrayList<>(Threat.ofOutsider(tables));
    this.greedy = new Greedy(tables, cheapest, cuts, List.copyOf(threats), singletons);
  }

  /**
   * Chooses.
   *
   * @throws aftermath.disclosure.DisclosureMistake if no pattern averts all threats
   */
  public static Result choose(LinkedTables tables, Options options, Progress progress) {
    try (var suppression = new Suppression(tables, options, progress)) {
      return suppression.choose();
    }
  }

  private Result choose() {
    BitSet sensitive = tables.places(cell -> cell.isNeverPublished());
    best = greedy.complete(sensitive, cell -> tables.cell(cell).cost());
    bestCost = cost(best);
    relax();
    while (!isDone()) {
      boolean isStuck = !solveWhole();
      for (int i = 0; isStuck && i < 20 && !isDone(); i++) {
        improvePart(60 + 20 * i);
      }
    }
    return new Result(best, bestCost, Math.min(bound, bestCost), isOptimal);
  }

  private boolean isDone() {
    isOptimal |= bound >= bestCost * (1 - NO_BETTER) - NO_BETTER;
    return isOptimal || remaining().isNegative();
  }

  private Duration remaining() {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  /** Cutting planes at the relaxation, until it no longer moves. */
  private void relax() {
    try (Master master = Master.inParts(tables)) {
      int added = 0;
      int idle = 0;
      for (int round = 0; idle < 6 && !isDone(); round++) {
        List<Cut> known = cuts.all();
        master.add(known.subList(added, known.size()));
        added = known.size();
        Optional<Master.Found> found = master.solve(remaining());
        if (found.isEmpty()) {
          return;
        }
        double before = bound;
        bound = Math.max(bound, found.get().bound());
        idle = bound > before * 1.0003 ? 0 : idle + 1;
        separate(found.get().parts());
        progress.found(bestCost, bound, cuts.size());
        boolean isSettled = cuts.size() == added;
        if (isSettled || round % 5 == 4) {
          tryGuidedBy(found.get().parts());
        }
        if (isSettled) {
          return;
        }
      }
    }
  }

  /** Looks for inequalities that these parts do not meet. */
  private void separate(double[] parts) {
    for (Threat threat : threats) {
      if (remaining().isNegative()) {
        return;
      }
      program.suppressInPart(parts, threat.need());
      Deviations.Reached reached = program.reach(threat);
      if (!reached.isFarEnough()) {
        cuts.add(threat, reached.worths(), parts);
      }
    }
  }

  private void tryGuidedBy(double[] parts) {
    IntToDoubleFunction prices = cell -> tables.cell(cell).cost() * (1.001 - parts[cell]);
    keepIfBetter(greedy.complete(tables.places(cell -> cell.isNeverPublished()), prices));
  }

  private void keepIfBetter(BitSet pattern) {
    double cost = cost(pattern);
    if (cost < bestCost - NO_BETTER) {
      best = pattern;
      bestCost = cost;
    }
  }

  private double cost(BitSet pattern) {
    return pattern.stream()
        .filter(cell -> !tables.cell(cell).isNeverPublished())
        .mapToDouble(cell -> tables.cell(cell).cost())
        .sum();
  }

  /**
   * Solves for whole cells and looks whether the pattern holds.
   *
   * @return false if time was not enough, or nothing was learnt from a pattern that does not hold
   */
  private boolean solveWhole() {
    try (Master master = Master.whole(tables)) {
      master.add(cuts.all());
      master.hint(best);
      Duration slice = Duration.ofMillis(Math.max(5_000, remaining().toMillis() / 4));
      Optional<Master.Found> found = master.solve(min(slice, remaining()));
      if (found.isEmpty()) {
        return false;
      }
      bound = Math.max(bound, found.get().bound());
      int known = cuts.size();
      boolean holds = check(found.get().suppressed());
      progress.found(bestCost, bound, cuts.size());
      return found.get().isOptimal() && (holds || cuts.size() > known);
    }
  }

  /** Keeps a pattern that holds; of one that does not, learns why and mends it. */
  private boolean check(BitSet pattern) {
    boolean holds;
    try (var small = new Deviations(tables, pattern)) {
      holds =
          new Protection(tables, small, List.copyOf(threats), singletons, pattern)
              .isComplete(
                  (threat, worths) -> {
                    cuts.add(threat, worths, pattern);
                    learn(threat);
                  });
    }
    keepIfBetter(greedy.complete(pattern, cell -> tables.cell(cell).cost()));
    return holds;
  }

  /** Whoever alone stands in a cell attacks from now on. */
  private void learn(Threat threat) {
    if (!threats.contains(threat)) {
      threats.add(threat);
    }
  }

  /** Frees the cells around one and leaves the others as they are in the best pattern. */
  private void improvePart(int size) {
    BitSet free = neighbourhoods.next(size);
    for (int round = 0; round < 12 && !isDone(); round++) {
      try (Master master = Master.whole(tables)) {
        master.add(cuts.all());
        master.fix(free, best);
        master.hint(best);
        Optional<Master.Found> found = master.solve(min(Duration.ofSeconds(10), remaining()));
        if (found.isEmpty() || found.get().cost() > bestCost * (1 - NO_BETTER)) {
          return;
        }
        if (check(found.get().suppressed())) {
          return;
        }
      }
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Override
  public void close() {
    program.close();
    cheapest.close();
  }
}
