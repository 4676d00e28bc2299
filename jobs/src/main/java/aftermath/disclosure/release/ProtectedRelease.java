package aftermath.disclosure.release;

import aftermath.disclosure.Cell;
import aftermath.disclosure.DisclosureMistake;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.release.Perturbation.Perturbed;
import aftermath.disclosure.suppression.AuditReport;
import aftermath.disclosure.suppression.Room;
import aftermath.disclosure.suppression.Suppression;
import aftermath.incident.DisclosurePolicy;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The tables of a release as they may go out, and the audit that they have passed.
 *
 * @param rules what was asked for each number
 * @param tables the system with the protection levels that were met
 * @param pattern the cells whose numbers do not go out
 * @param isCheapest whether no pattern costs less; else there was no time to find out
 */
public record ProtectedRelease(
    Tabulation tabulation,
    ReleaseSystem system,
    Rules rules,
    LinkedTables tables,
    BitSet pattern,
    boolean isCheapest,
    AuditReport audit,
    Map<CellKey, Shown> cells) {

  private static final int MOST_ROUNDS = 6;

  /** With each, something more is left out; a row has no more parts than that. */
  private static final int MOST_TIMES_TOGETHER = 12;

  /**
   * A cell as it goes out.
   *
   * @param value null if it is left out
   * @param observation SDMX's OBS_STATUS: A normal, Q missing because suppressed
   * @param confidentiality SDMX's CONF_STATUS: F free; A small count, O dominance by one, T by two,
   *     M other concentration, D to protect others; C confidential, for whichever reason
   */
  public record Shown(Long value, String observation, String confidentiality) {
    static Shown free(long value) {
      return new Shown(value, "A", "F");
    }

    static Shown leftOut(String confidentiality) {
      return new Shown(null, "Q", confidentiality);
    }

    public boolean isPublished() {
      return value != null;
    }
  }

  /**
   * Protects tables by the method of a policy, and audits what comes out.
   *
   * @param dice chance that nobody can repeat, for methods that need it
   * @throws DisclosureMistake if sensitive cells cannot be protected, or the audit is not passed
   */
  public static ProtectedRelease of(
      Tabulation tabulation,
      DisclosurePolicy policy,
      List<EarlierRelease> earlier,
      CellDice dice,
      Suppression.Progress progress) {
    return switch (policy.method()) {
      case SUPPRESSION -> suppressed(tabulation, policy, earlier, progress);
      case RANDOM_ROUNDING ->
          perturbed(tabulation, policy, earlier, new RandomRounding(policy.roundingBase(), dice));
      case CONTROLLED_ROUNDING ->
          perturbed(
              tabulation,
              policy,
              earlier,
              new ControlledRounding(
                  tabulation, policy.roundingBase(), Duration.ofSeconds(policy.atMostSeconds())));
      case TEN_FIVE -> perturbed(tabulation, policy, earlier, new TenFive());
      case CELL_KEYS -> perturbed(tabulation, policy, earlier, new CellKeys(dice));
    };
  }

  /**
   * Which parts are left out together, and by how much they have moved since an earlier release, is
   * seen when it has been chosen what is left out: where that is few, more is left out.
   */
  private static ProtectedRelease suppressed(
      Tabulation tabulation,
      DisclosurePolicy policy,
      List<EarlierRelease> earlier,
      Suppression.Progress progress) {
    var together = new LinkedHashSet<LeftOutTogether>();
    ProtectedRelease release = suppressed(tabulation, policy, earlier, together, progress);
    for (int times = 0; times < MOST_TIMES_TOGETHER; times++) {
      if (!together.addAll(release.system.movedByFewTogether(release.pattern, earlier))) {
        return release;
      }
      release = suppressed(tabulation, policy, earlier, together, progress);
    }
    return release;
  }

  /**
   * Marks tell apart what is sensitive and what protects others, unless they would themselves tell
   * too much: then the cells around are marked alike, and if that does not do, all are.
   */
  private static ProtectedRelease suppressed(
      Tabulation tabulation,
      DisclosurePolicy policy,
      List<EarlierRelease> earlier,
      Set<LeftOutTogether> together,
      Suppression.Progress progress) {
    Marks marks = Marks.apart();
    Room before = null;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var rules = new Sensitivity(policy, marks);
      var system = new ReleaseSystem(tabulation, rules, earlier, together);
      Room room = room(before, system, rules);
      Set<Integer> lacking = system.single(room.lacking());
      if (lacking.isEmpty()) {
        try {
          return suppressed(
              tabulation, system, rules, system.limited(room), marks, policy, progress);
        } catch (DisclosureMistake hopeless) {
          // Somebody who stands alone in a cell may know more than the marks leave room for.
          break;
        }
      }
      Set<CellKey> around = system.leftOutAround(lacking);
      if (around.stream().allMatch(marks::tellNothingOf)) {
        break;
      }
      marks = marks.alikeFor(around);
      before = room;
    }
    var rules = new Sensitivity(policy, Marks.alike());
    var system = new ReleaseSystem(tabulation, rules, earlier, together);
    // What marks of earlier releases have told stays told; where it is too much, cells are named.
    Room room = room(before, system, rules);
    return suppressed(
        tabulation, system, rules, system.limited(room), Marks.alike(), policy, progress);
  }

  /**
   * @param before what marks that tell more leave room for; null if none were tried
   */
  private static Room room(Room before, ReleaseSystem system, Sensitivity rules) {
    return before == null
        ? Room.of(system.tables(), rules.spread())
        : before.whereLessIsTold(system.tables(), rules.spread());
  }

  private static ProtectedRelease suppressed(
      Tabulation tabulation,
      ReleaseSystem system,
      Rules rules,
      LinkedTables tables,
      Marks marks,
      DisclosurePolicy policy,
      Suppression.Progress progress) {
    Suppression.Result chosen =
        Suppression.choose(
            tables,
            new Suppression.Options(true, Duration.ofSeconds(policy.atMostSeconds())),
            progress);
    BitSet pattern = chosen.suppressed();
    AuditReport audit = AuditReport.of(tables, pattern, true).orRefuse();
    Map<CellKey, Shown> cells =
        shown(
            tabulation,
            key ->
                !system.isSuppressed(key, pattern)
                    ? Shown.free(tabulation.sums().get(key).value())
                    : Shown.leftOut(marks.tellNothingOf(key) ? "C" : system.verdict(key).status()));
    return new ProtectedRelease(
        tabulation, system, rules, tables, pattern, chosen.isOptimal(), audit, cells);
  }

  /** All that was perturbed is unknown, within what its method tells. */
  private static ProtectedRelease perturbed(
      Tabulation tabulation,
      DisclosurePolicy policy,
      List<EarlierRelease> earlier,
      Perturbation perturbation) {
    var rules = new PerturbedRules(perturbation, policy.minimumFrequency());
    var system = new ReleaseSystem(tabulation, rules, earlier);
    Room room = Room.of(system.tables(), perturbation.leastWidth());
    if (!room.lacking().isEmpty()) {
      throw DisclosureMistake.toldTooClosely(
          policy.method().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    LinkedTables tables = room.limited();
    BitSet pattern = tables.places(Cell::isNeverPublished);
    AuditReport audit = AuditReport.of(tables, pattern, true).orRefuse();
    Map<CellKey, Shown> cells =
        shown(
            tabulation,
            key -> {
              Perturbed perturbed = perturbation.of(key, tabulation.sums().get(key));
              return perturbed.value() == null ? Shown.leftOut("A") : Shown.free(perturbed.value());
            });
    return new ProtectedRelease(tabulation, system, rules, tables, pattern, true, audit, cells);
  }

  /**
   * Between what each cell that is left out must lie for one who has these tables of this release
   * alone. What all tables of all releases leave open was looked at, and is not said: how it is
   * worked out depends on which numbers have moved by few, and whoever had it could read that back.
   */
  public List<AuditReport.Suppressed> intervals(List<CountedTable> some) {
    var alone = new ReleaseSystem(tabulation.of(some), rules, List.of());
    // A part that is all of another one in these tables only goes by a name of its own there.
    BitSet leftOut =
        alone.pattern(key -> !cells.containsKey(key) || system.isSuppressed(key, pattern));
    return AuditReport.of(alone.tables(), leftOut, false).suppressed();
  }

  private static Map<CellKey, Shown> shown(Tabulation tabulation, Function<CellKey, Shown> each) {
    var cells = new HashMap<CellKey, Shown>();
    tabulation.sums().keySet().stream()
        .filter(tabulation::isInATable)
        .forEach(key -> cells.put(key, each.apply(key)));
    return cells;
  }

  /** What a reader sees of a cell. */
  public Shown shown(CellKey key) {
    return cells.get(key);
  }

  /** What has to be kept of this release, so that no later one gives it away. */
  public List<ReleasedCell> released() {
    return system.released(pattern, tables, key -> shown(key).value());
  }
}
