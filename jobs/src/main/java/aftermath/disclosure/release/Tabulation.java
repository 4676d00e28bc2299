package aftermath.disclosure.release;

import aftermath.disclosure.DisclosureMistake;
import aftermath.incident.Field;
import aftermath.incident.Incident;
import aftermath.incident.ReleaseTable;
import aftermath.incident.ReleaseTable.Measure;
import aftermath.incident.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All tables of a release as cells and sums: what is the same in two tables is one cell. Of a
 * field, also those are counted of whom it was not exposed: in no table, but everybody can
 * subtract.
 */
public final class Tabulation {
  /** Divides people by each of the fields at once, and so does not add up. */
  public static final String FIELD = "field";

  public static final String COMBINATION = "combination";

  /** More cannot be protected within hours, and nobody reads them. */
  private static final long MOST_CELLS = 20_000;

  private final Incident incident;
  private final List<Field> fields;
  private final Map<String, Hierarchy> hierarchies = new LinkedHashMap<>();
  private final Map<CellKey, Sum> sums = new LinkedHashMap<>();
  private final Set<CellKey> inTables = new LinkedHashSet<>();
  private final Map<CellKey, Set<Set<CellKey>>> parts = new LinkedHashMap<>();

  /**
   * @throws DisclosureMistake if tables disagree on a number
   */
  public Tabulation(Incident incident, List<CountedTable> tables) {
    this.incident = incident;
    this.fields = incident.fields();
    var paths = new LinkedHashMap<String, Set<List<String>>>();
    for (CountedTable table : tables) {
      List<String> dimensions = dimensions(table.table());
      for (CubeRow row : table.rows()) {
        for (int i = 0; i < dimensions.size(); i++) {
          paths
              .computeIfAbsent(dimensions.get(i), d -> new LinkedHashSet<>())
              .add(row.paths().get(i));
        }
      }
    }
    paths.forEach(
        (dimension, found) ->
            hierarchies.put(dimension, new Hierarchy(levels(incident, dimension), found)));
    tables.forEach(table -> table.table().measures().forEach(measure -> count(table, measure)));
    tables.forEach(
        table -> table.table().measures().forEach(measure -> addUp(table.table(), measure)));
    combinationsExpose(tables.stream().map(CountedTable::table).toList());
  }

  /** Only some tables, of the same incident. */
  Tabulation of(List<CountedTable> some) {
    return new Tabulation(incident, some);
  }

  /** The names of a dimension's levels, from fine to coarse. */
  public static List<String> levels(Incident incident, String dimension) {
    return Stream.concat(
            Stream.of(dimension),
            incident.segments().stream()
                .filter(segment -> segment.name().equals(dimension))
                .flatMap(segment -> segment.levels().stream())
                .map(Segment.Level::name))
        .toList();
  }

  /** What a table is divided by, but for fields. */
  public static List<String> dimensions(ReleaseTable table) {
    return table.by().stream().filter(name -> !name.equals(FIELD)).toList();
  }

  public Hierarchy hierarchy(String dimension) {
    return hierarchies.get(dimension);
  }

  /** All that is counted, with what it comes to. */
  public Map<CellKey, Sum> sums() {
    return sums;
  }

  public boolean isInATable(CellKey key) {
    return inTables.contains(key);
  }

  /** What adds up: every total with its parts. */
  public Map<CellKey, Set<Set<CellKey>>> parts() {
    return parts;
  }

  private void count(CountedTable counted, Measure measure) {
    ReleaseTable table = counted.table();
    List<String> dimensions = dimensions(table);
    boolean byField = table.by().contains(FIELD);
    long size =
        dimensions.stream()
                .mapToLong(name -> differentParts(name).size())
                .reduce(1, (a, b) -> a * b)
            * (byField ? 1 + 2L * fields.size() : 1);
    if (size > MOST_CELLS) {
      throw DisclosureMistake.tooManyCells(table.name(), size, MOST_CELLS);
    }
    var found = new LinkedHashMap<CellKey, Sum>();
    for (CellKey key : everyCell(dimensions, measure)) {
      found.put(key, Sum.NONE);
      inTables.add(key);
      for (Field field : byField ? fields : List.<Field>of()) {
        found.put(key.exposing(field.name()), Sum.NONE);
        found.put(key.notExposing(field.name()), Sum.NONE);
        inTables.add(key.exposing(field.name()));
      }
    }
    for (CubeRow row : counted.rows()) {
      Sum sum = row.sums().getOrDefault(measure, Sum.NONE);
      for (CellKey key : cellsOf(row, dimensions, measure)) {
        found.merge(key, sum, Sum::plus);
        for (int bit = 0; byField && bit < fields.size(); bit++) {
          String field = fields.get(bit).name();
          boolean isExposed = (row.mask() & 1L << bit) != 0;
          found.merge(isExposed ? key.exposing(field) : key.notExposing(field), sum, Sum::plus);
        }
      }
    }
    found.forEach(
        (key, sum) -> {
          Sum before = sums.putIfAbsent(key, sum);
          if (before != null && before.value() != sum.value()) {
            throw DisclosureMistake.tablesDisagree(key.id(), table.name());
          }
        });
  }

  private List<CellKey> cellsOf(CubeRow row, List<String> dimensions, Measure measure) {
    List<CellKey> cells = List.of(CellKey.all(measure));
    for (int i = 0; i < dimensions.size(); i++) {
      List<Part> above = hierarchies.get(dimensions.get(i)).selfAndAbove(row.paths().get(i).get(0));
      cells = crossed(cells, above);
    }
    return cells;
  }

  private List<CellKey> everyCell(List<String> dimensions, Measure measure) {
    List<CellKey> cells = List.of(CellKey.all(measure));
    for (String dimension : dimensions) {
      cells = crossed(cells, differentParts(dimension));
    }
    return cells;
  }

  /** A dimension of which nothing was found has only its total. */
  private List<Part> differentParts(String dimension) {
    Hierarchy hierarchy = hierarchies.get(dimension);
    return hierarchy == null ? List.of(Part.ALL) : hierarchy.different();
  }

  private static List<CellKey> crossed(Collection<CellKey> cells, Collection<Part> parts) {
    return cells.stream().flatMap(cell -> parts.stream().map(cell::and)).toList();
  }

  private void addUp(ReleaseTable table, Measure measure) {
    List<String> dimensions = dimensions(table);
    List<CellKey> everywhere = everyCell(dimensions, measure);
    for (String dimension : dimensions) {
      if (!hierarchies.containsKey(dimension)) {
        continue;
      }
      List<String> others = dimensions.stream().filter(other -> !other.equals(dimension)).toList();
      for (CellKey rest : everyCell(others, measure)) {
        hierarchies
            .get(dimension)
            .children()
            .forEach((total, children) -> addUp(table, rest, total, children));
      }
    }
    if (table.by().contains(FIELD)) {
      for (CellKey all : everywhere) {
        fields.forEach(
            field -> add(all, inOrder(all.exposing(field.name()), all.notExposing(field.name()))));
      }
    }
  }

  private void addUp(ReleaseTable table, CellKey rest, Part total, Set<Part> children) {
    if (children.size() < 2) {
      return;
    }
    add(rest.and(total), keys(rest, children));
    if (table.by().contains(FIELD)) {
      fields.forEach(
          field ->
              add(
                  rest.exposing(field.name()).and(total),
                  keys(rest.exposing(field.name()), children)));
    }
  }

  private static Set<CellKey> keys(CellKey rest, Set<Part> children) {
    var keys = new LinkedHashSet<CellKey>();
    children.forEach(child -> keys.add(rest.and(child)));
    return keys;
  }

  private static Set<CellKey> inOrder(CellKey... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }

  private void add(CellKey total, Set<CellKey> of) {
    parts.computeIfAbsent(total, key -> new LinkedHashSet<>()).add(of);
  }

  /** Whom a field was exposed of are those with any combination that holds it. */
  private void combinationsExpose(List<ReleaseTable> tables) {
    if (!hierarchies.containsKey(COMBINATION)) {
      return;
    }
    for (ReleaseTable byField : tables) {
      for (ReleaseTable byCombination : tables) {
        var shared = new TreeSet<>(dimensions(byField));
        var rest = new TreeSet<>(dimensions(byCombination));
        boolean isByCombination = rest.remove(COMBINATION);
        shared.retainAll(rest);
        if (byField.by().contains(FIELD) && isByCombination) {
          byField.measures().stream()
              .filter(byCombination.measures()::contains)
              .flatMap(measure -> everyCell(List.copyOf(shared), measure).stream())
              .forEach(this::combinationsExpose);
        }
      }
    }
  }

  private void combinationsExpose(CellKey cell) {
    Set<Part> all = new LinkedHashSet<>(hierarchies.get(COMBINATION).different());
    for (Field field : fields) {
      var holding = new LinkedHashSet<CellKey>();
      all.stream()
          .filter(part -> !part.isAll() && Combinations.holds(part.code(), field.name()))
          .forEach(part -> holding.add(cell.and(part)));
      if (!holding.isEmpty()) {
        add(cell.exposing(field.name()), holding);
      }
    }
  }

  /** What a table shows of one of its dimensions. */
  public List<Part> shown(String dimension) {
    Hierarchy hierarchy = hierarchies.get(dimension);
    return hierarchy == null ? List.of(Part.ALL) : hierarchy.shown();
  }

  /** The cell that a table shows at these parts. */
  public CellKey keyAt(Measure measure, Map<String, Part> at) {
    CellKey key = CellKey.all(measure);
    for (Map.Entry<String, Part> each : new TreeMap<>(at).entrySet()) {
      Hierarchy hierarchy = hierarchies.get(each.getKey());
      key = hierarchy == null ? key : key.and(hierarchy.meant(each.getValue()));
    }
    return key;
  }

  /** True if somebody may be counted in both cells. */
  boolean mayShare(CellKey one, CellKey other) {
    for (Map.Entry<String, String> condition : one.conditions().entrySet()) {
      String name = condition.getKey();
      String value = condition.getValue();
      String same = other.conditions().get(name);
      if (same != null && !same.equals(value)) {
        return false;
      }
      Hierarchy hierarchy = ofLevel(name);
      if (hierarchy == null) {
        continue;
      }
      for (Map.Entry<String, String> each : other.conditions().entrySet()) {
        if (hierarchy.hasLevel(each.getKey())
            && !hierarchy.mayShare(
                new Part(name, value), new Part(each.getKey(), each.getValue()))) {
          return false;
        }
      }
    }
    return true;
  }

  private Hierarchy ofLevel(String level) {
    return hierarchies.values().stream()
        .filter(hierarchy -> hierarchy.hasLevel(level))
        .findFirst()
        .orElse(null);
  }

  /** All fields, in the order of the catalogue. */
  public List<String> fields() {
    var names = new ArrayList<String>();
    fields.forEach(field -> names.add(field.name()));
    return names;
  }
}
