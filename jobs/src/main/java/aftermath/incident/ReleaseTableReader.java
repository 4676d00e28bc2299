package aftermath.incident;

import aftermath.incident.ReleaseTable.Cube;
import aftermath.incident.ReleaseTable.Measure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code extracts}. */
final class ReleaseTableReader {
  private static final int MOST_DIMENSIONS = 4;

  private final Set<String> segments;
  private final Set<String> recipients;
  private final Mistakes mistakes;
  private final UniqueNames names;

  ReleaseTableReader(Set<String> segments, Set<String> recipients, Mistakes mistakes) {
    this.segments = segments;
    this.recipients = recipients;
    this.mistakes = mistakes;
    this.names = new UniqueNames(mistakes);
  }

  List<ReleaseTable> read(Item tables) {
    return tables.list(item -> item.section(section -> table(section, item.place())));
  }

  private ReleaseTable table(Section section, Place place) {
    Item nameItem = section.required("name");
    Optional<String> name = names.note(nameItem.as(Readings::plainName), nameItem.place());
    Item linked = section.optional("linked");
    if (!linked.truth().orElse(true)) {
      mistakes.add(Mistake.tableLeftOut(linked.place(), name.orElse("")));
    }
    var known = new TreeSet<>(segments);
    known.addAll(Cube.allDimensions());
    Item byItem = section.required("by");
    var table =
        new ReleaseTable(
            name.orElse(""),
            section.optional("title").text().or(() -> name).orElse(""),
            byItem.different(
                item -> item.as(Readings.nameOf("dimension", "what tables can be by", known))),
            measures(section.optional("measures")),
            section
                .optional("recipients")
                .different(
                    item -> item.as(Readings.nameOf("recipient", "recipients", recipients))));
    if (table.by().size() > MOST_DIMENSIONS) {
      mistakes.add(Mistake.tooManyDimensions(byItem.place(), table.by().size(), MOST_DIMENSIONS));
    } else if (!table.hasCube(segments)) {
      mistakes.add(Mistake.noCube(place, table));
    }
    return table;
  }

  private static Set<Measure> measures(Item item) {
    return item.isPresent()
        ? new TreeSet<>(item.different(each -> each.word(Measure.class)))
        : Set.of(Measure.PEOPLE);
  }
}
