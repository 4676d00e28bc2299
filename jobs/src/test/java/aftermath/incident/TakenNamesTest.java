package aftermath.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownPeople;
import aftermath.identity.People;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import aftermath.testing.IncidentFiles;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names that an incident file cannot give are those that the tables have already. */
class TakenNamesTest {
  private final Incident incident = IncidentFiles.demo();
  private final Set<String> attributes = incident.attributes().keySet();
  private final Set<String> segments =
      new TreeSet<>(incident.segments().stream().map(Segment::name).toList());

  @Test
  void attributesCannotHaveTheNamesOfColumnsThatStandBesideThem() {
    Set<String> besideAttributes =
        columnsBesides(
            attributes,
            Stream.of(
                ImpactedRecords.table(incident),
                KnownPeople.table(incident),
                People.table(incident)));
    besideAttributes.removeAll(segments);
    assertEquals(besideAttributes, new TreeSet<>(TakenNames.forAttributes()));
  }

  @Test
  void segmentsCannotHaveTheNamesOfColumnsThatStandBesideThem() {
    assertEquals(
        columnsBesides(segments, tablesWithSegments()), new TreeSet<>(TakenNames.forSegments()));
  }

  private Stream<Table> tablesWithSegments() {
    return BreachPipeline.of(incident, PseudonymKey.NONE).tables().stream()
        .filter(table -> table.layer() != Layer.BRONZE)
        .filter(table -> table.columnNames().containsAll(segments));
  }

  /** Addresses of people carry a prefix of their own. */
  private static Set<String> columnsBesides(Collection<String> named, Stream<Table> tables) {
    var columns = new TreeSet<String>();
    tables.forEach(table -> columns.addAll(table.columnNames()));
    columns.removeAll(named);
    columns.removeIf(column -> column.matches("contact_(?!channels$).*"));
    return columns;
  }
}
