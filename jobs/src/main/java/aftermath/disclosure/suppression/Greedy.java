package aftermath.disclosure.suppression;

import aftermath.disclosure.DisclosureMistake;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.Singletons;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Averts one threat after the other, the greatest first, each as cheaply as it can be. */
final class Greedy {
  private final LinkedTables tables;
  private final CheapestDeviation cheapest;
  private final Cuts cuts;
  private final List<Threat> threats;
  private final Optional<Singletons> singletons;

  Greedy(
      LinkedTables tables,
      CheapestDeviation cheapest,
      Cuts cuts,
      List<Threat> threats,
      Optional<Singletons> singletons) {
    this.tables = tables;
    this.cheapest = cheapest;
    this.cuts = cuts;
    this.threats =
        threats.stream().sorted(Comparator.comparingDouble(Threat::need).reversed()).toList();
    this.singletons = singletons;
  }

  /**
   * A pattern that averts all threats and of which no cell can be taken back.
   *
   * @param start cells that are suppressed to begin with
   * @param prices what it costs to move a cell by one
   */
  BitSet complete(BitSet start, IntToDoubleFunction prices) {
    BitSet suppressed = (BitSet) start.clone();
    cheapest.price(cell -> suppressed.get(cell) ? 0 : prices.applyAsDouble(cell));
    while (true) {
      var open = new ArrayList<Threat>();
      // A program of what is suppressed is a third of one of all that may be.
      try (var program = new Deviations(tables, suppressed)) {
        var protection = new Protection(tables, program, threats, singletons, suppressed);
        if (protection.isComplete(
            (threat, worths) -> {
              open.add(threat);
              cuts.add(threat, worths, suppressed);
            })) {
          protection.dropDearest(cuts);
          return protection.suppressed();
        }
      }
      var hopeless = new LinkedHashSet<String>();
      for (Threat threat : open) {
        Optional<BitSet> moved = cheapest.averting(threat);
        if (moved.isEmpty()) {
          hopeless.add(tables.cell(threat.cell()).id());
        } else {
          moved.get().stream().filter(cell -> !suppressed.get(cell)).forEach(cheapest::isFree);
          suppressed.or(moved.get());
        }
      }
      if (!hopeless.isEmpty()) {
        throw DisclosureMistake.cannotBeProtected(List.copyOf(hopeless));
      }
    }
  }
}
