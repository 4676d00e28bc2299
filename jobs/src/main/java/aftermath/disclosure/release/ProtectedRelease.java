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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
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
  private static final int MOST_PATTERNS = 12;

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
   * Marks tell apart what is sensitive and what protects others, unless they would themselves tell
   * too much: then the cells around are marked alike, and if that does not do, all are. If a
   * pattern leaves out parts of a whole that are few together, and tells all others, it is chosen
   * anew.
   */
  private static ProtectedRelease suppressed(
      Tabulation tabulation,
      DisclosurePolicy policy,
      List<EarlierRelease> earlier,
      Suppression.Progress progress) {
    Marks marks = Marks.apart();
    var following = new ArrayList<Together>();
    Duration time = Duration.ofSeconds(policy.atMostSeconds());
    Room before = null;
    int patterns = 0;
    for (int round = 1; ; round++) {
      var rules = new Sensitivity(policy, marks);
      var system = new ReleaseSystem(tabulation, rules, earlier, following);
      Room room = room(before, system, rules);
      before = room;
      if (!room.lacking().isEmpty() && !marks.areAllAlike()) {
        Set<CellKey> around = system.leftOutAround(room.lacking());
        boolean isInVain = round == MOST_ROUNDS || around.stream().allMatch(marks::tellNothingOf);
        marks = isInVain ? Marks.alike() : marks.alikeFor(around);
        continue;
      }
      Pattern pattern;
      try {
        // What marks of earlier releases have told stays told; where it is too much, cells are
        // named.
        pattern = pattern(room.limited(), time, progress);
      } catch (DisclosureMistake hopeless) {
        if (marks.areAllAlike()) {
          throw hopeless;
        }
        // Somebody who stands alone in a cell may know more than the marks leave room for.
        marks = Marks.alike();
        continue;
      }
      Collection<Together> more = system.following(pattern.cells());
      if (more.isEmpty()) {
        return suppressed(tabulation, system, rules, room.limited(), marks, pattern);
      }
      if (++patterns == MOST_PATTERNS) {
        throw DisclosureMistake.notProtected(more.stream().map(Together::id).toList());
      }
      following.addAll(more);
      // All patterns together take twice as long as one at most.
      time = time.dividedBy(2);
    }
  }

  /**
   * @param before what marks that tell more leave room for; null if none were tried
   */
  private static Room room(Room before, ReleaseSystem system, Sensitivity rules) {
    return before == null
        ? Room.of(system.tables(), rules.spread())
        : before.whereLessIsTold(system.tables(), rules.spread());
  }

  private record Pattern(BitSet cells, boolean isCheapest, AuditReport audit) {}

  private static Pattern pattern(
      LinkedTables tables, Duration time, Suppression.Progress progress) {
    Suppression.Result chosen =
        Suppression.choose(tables, new Suppression.Options(true, time), progress);
    BitSet cells = chosen.suppressed();
    return new Pattern(cells, chosen.isOptimal(), AuditReport.of(tables, cells, true).orRefuse());
  }

  private static ProtectedRelease suppressed(
      Tabulation tabulation,
      ReleaseSystem system,
      Rules rules,
      LinkedTables tables,
      Marks marks,
      Pattern pattern) {
    Map<CellKey, Shown> cells =
        shown(
            tabulation,
            key ->
                !system.isSuppressed(key, pattern.cells())
                    ? Shown.free(tabulation.sums().get(key).value())
                    : Shown.leftOut(marks.tellNothingOf(key) ? "C" : system.verdict(key).status()));
    return new ProtectedRelease(
        tabulation,
        system,
        rules,
        tables,
        pattern.cells(),
        pattern.isCheapest(),
        pattern.audit(),
        cells);
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
