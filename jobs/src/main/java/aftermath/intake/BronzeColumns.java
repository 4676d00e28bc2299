package aftermath.intake;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.incident.Source;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The delivered columns that an incident declares for a role, over all its sources.
 *
 * <p>Columns of two sources share a bronze column when they have the same name and feed the same
 * attributes. {@code ID} of customers and {@code ID} of members mean different things and are kept
 * apart: the later one carries its source's name.
 */
public final class BronzeColumns {

  private static final Set<String> RESERVED =
      Set.of("delivery_id", "line", "undeclared", "source", "run_id");

  private BronzeColumns() {}

  /** The columns in the order in which the incident file first names them. */
  public static List<BronzeColumn> of(Incident incident, Role role) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    for (Source source : incident.sources(role)) {
      for (Draft wanted : declared(source)) {
        name(wanted, source, drafts).add(wanted, source);
      }
    }
    return drafts.values().stream().map(Draft::column).toList();
  }

  /** A name that every reader of the tables accepts. */
  static String sanitised(String spelling) {
    String name =
        Normalizer.normalize(spelling, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    if (name.isEmpty()) {
      return "column";
    }
    if (Character.isDigit(name.charAt(0))) {
      return "column_" + name;
    }
    return RESERVED.contains(name) ? name + "_delivered" : name;
  }

  /** The form in which names of delivered columns are compared. */
  static String folded(String spelling) {
    return spelling.strip().toLowerCase(Locale.ROOT);
  }

  /** What one source declares: spellings that sanitise to one name are one column. */
  private static List<Draft> declared(Source source) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    source.key().forEach(spelling -> draft(drafts, spelling).uses.add(BronzeColumn.Use.KEY));
    source
        .version()
        .ifPresent(spelling -> draft(drafts, spelling).uses.add(BronzeColumn.Use.VERSION));
    source
        .columns()
        .forEach(
            (attribute, spellings) ->
                spellings.forEach(spelling -> draft(drafts, spelling).attributes.add(attribute)));
    return List.copyOf(drafts.values());
  }

  private static Draft draft(Map<String, Draft> drafts, String spelling) {
    Draft draft = drafts.computeIfAbsent(sanitised(spelling), Draft::new);
    draft.spellings.add(spelling);
    return draft;
  }

  private static Draft name(Draft wanted, Source source, Map<String, Draft> drafts) {
    List<String> candidates = List.of(wanted.name, sanitised(source.name() + "_" + wanted.name));
    for (String candidate : candidates) {
      Draft known = drafts.computeIfAbsent(candidate, Draft::new);
      if (known.sources.isEmpty() || known.attributes.equals(wanted.attributes)) {
        return known;
      }
    }
    return drafts.computeIfAbsent(candidates.get(1) + "_" + drafts.size(), Draft::new);
  }

  private static final class Draft {
    private final String name;
    private final Set<String> spellings = new LinkedHashSet<>();
    private final Set<String> attributes = new LinkedHashSet<>();
    private final Set<BronzeColumn.Use> uses = EnumSet.noneOf(BronzeColumn.Use.class);
    private final Set<String> sources = new LinkedHashSet<>();

    Draft(String name) {
      this.name = name;
    }

    void add(Draft other, Source source) {
      spellings.addAll(other.spellings);
      attributes.addAll(other.attributes);
      uses.addAll(other.uses);
      sources.add(source.name());
    }

    BronzeColumn column() {
      return new BronzeColumn(
          name,
          new ArrayList<>(spellings),
          new ArrayList<>(attributes),
          Collections.unmodifiableSet(EnumSet.copyOf(uses)),
          new ArrayList<>(sources));
    }
  }
}
