package aftermath.disclosure.suppression;

import aftermath.disclosure.Attacker;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.Singletons;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pattern of suppressed cells and, for every threat, the cells of one deviation that averts it.
 * As long as these stay suppressed, the threat stays averted: taking a cell back needs a look only
 * at the threats whose deviation it is part of.
 */
final class Protection {
  private static final double MOVED = 1e-7;

  private final LinkedTables tables;
  private final Deviations program;
  private final List<Threat> threats;
  private final Optional<Singletons> singletons;
  private final BitSet suppressed;
  private final Map<Threat, BitSet> moved = new LinkedHashMap<>();

  Protection(
      LinkedTables tables,
      Deviations program,
      List<Threat> threats,
      Optional<Singletons> singletons,
      BitSet suppressed) {
    this.tables = tables;
    this.program = program;
    this.threats = threats;
    this.singletons = singletons;
    this.suppressed = (BitSet) suppressed.clone();
    program.suppress(suppressed);
  }

  /** Told of a threat that is not averted, and what each deviation would be worth. */
  interface OnOpen {
    void accept(Threat threat, double[] worths);
  }

  /** Looks at every threat; true if all are averted. */
  boolean isComplete(OnOpen onOpen) {
    boolean isComplete = true;
    for (Threat threat : threats) {
      isComplete &= avert(threat, moved, onOpen);
    }
    return isComplete;
  }

  /** Takes a cell back if no threat needs it. */
  private boolean drop(int cell, OnOpen onOpen) {
    suppressed.clear(cell);
    program.suppress(suppressed);
    var renewed = new LinkedHashMap<Threat, BitSet>();
    var affected = new ArrayList<Threat>();
    moved.forEach(
        (threat, cells) -> {
          if (cells.get(cell)) {
            affected.add(threat);
          }
        });
    for (Threat threat : affected) {
      if (!renewed.containsKey(threat) && !avert(threat, renewed, onOpen)) {
        suppressed.set(cell);
        program.suppress(suppressed);
        return false;
      }
    }
    moved.putAll(renewed);
    return true;
  }

  /** Takes back what is not needed, the dearest first. */
  void dropDearest(Cuts cuts) {
    suppressed.stream()
        .filter(cell -> !tables.cell(cell).isNeverPublished())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer cell) -> -tables.cell(cell).cost()))
        .filter(cell -> cuts.areMetWithout(cell, suppressed))
        .forEach(cell -> drop(cell, (open, worths) -> cuts.add(open, worths, suppressed)));
  }

  BitSet suppressed() {
    return (BitSet) suppressed.clone();
  }

  private boolean avert(Threat threat, Map<Threat, BitSet> into, OnOpen onOpen) {
    if (singletons.isPresent() && threat.attacker().isOutsider() && isAvertedAtOnce(threat, into)) {
      return true;
    }
    Deviations.Reached reached = program.reach(threat);
    if (!reached.isFarEnough()) {
      onOpen.accept(threat, reached.worths());
      return false;
    }
    BitSet cells = cells(threat, reached);
    into.put(threat, cells);
    return singletons.isEmpty()
        || !threat.attacker().isOutsider()
        || isAvertedBySingletons(threat, cells, into, onOpen);
  }

  /** True if the threat is averted even if all that lone contributors know is known. */
  private boolean isAvertedAtOnce(Threat threat, Map<Threat, BitSet> into) {
    var together =
        new Threat(
            threat.cell(),
            threat.sign(),
            threat.need(),
            singletons.get().togetherBut(threat.cell()));
    Deviations.Reached reached = program.reach(together);
    if (reached.isFarEnough()) {
      into.put(threat, cells(threat, reached));
    }
    return reached.isFarEnough();
  }

  private static BitSet cells(Threat threat, Deviations.Reached reached) {
    var cells = new BitSet();
    for (int cell = 0; cell < reached.deviations().length; cell++) {
      cells.set(cell, Math.abs(reached.deviations()[cell]) > MOVED * Math.min(1, threat.need()));
    }
    return cells;
  }

  /** Somebody who alone stands in a cell knows that it does not deviate. */
  private boolean isAvertedBySingletons(
      Threat threat, BitSet cells, Map<Threat, BitSet> into, OnOpen onOpen) {
    boolean isAverted = true;
    for (Attacker attacker : singletons.get().in(cells)) {
      Optional<Threat> theirs = threat.by(attacker, tables);
      isAverted &= theirs.isEmpty() || avert(theirs.get(), into, onOpen);
    }
    return isAverted;
  }
}
