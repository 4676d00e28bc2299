package aftermath.extract.form;

import aftermath.disclosure.release.CellKey;
import aftermath.disclosure.release.Part;
import aftermath.disclosure.release.ProtectedRelease;
import aftermath.incident.Field;
import aftermath.incident.Incident;
import aftermath.incident.Recipient;
import aftermath.incident.ReleaseTable;
import aftermath.incident.ReleaseTable.Measure;
import aftermath.incident.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a form is filled from: the incident file, and the same protected cells as the tables.
 *
 * @param firstReleasedAt when the first release of all was made
 * @param isExact whether nobody's number hangs on doubtful records
 */
public record FormFacts(
    Incident incident,
    Recipient recipient,
    ProtectedRelease release,
    int number,
    Optional<Integer> previous,
    String phase,
    Instant madeAt,
    Instant firstReleasedAt,
    boolean isExact) {

  private static final String REACH = "reach";

  /** The tables that the forms of these recipients need cells of. */
  public static List<ReleaseTable> tables(Incident incident) {
    List<Recipient> withForms =
        incident.recipients().stream().filter(each -> Form.of(each).isPresent()).toList();
    if (withForms.isEmpty()) {
      return List.of();
    }
    List<String> names = withForms.stream().map(Recipient::name).toList();
    var tables = new ArrayList<ReleaseTable>();
    tables.add(
        new ReleaseTable(
            "totals",
            "People and records affected",
            List.of(),
            new TreeSet<>(Set.of(Measure.PEOPLE, Measure.RECORDS)),
            names));
    tables.add(people("people-by-field", "People affected, by exposed field", "field", names));
    tables.add(
        people("people-by-reach", "People affected, by whether they have been told", REACH, names));
    for (String segment : segments(incident, withForms)) {
      tables.add(
          people(
              "people-by-" + segment.replace('_', '-'),
              "People affected, by " + segment,
              segment,
              names));
    }
    return tables;
  }

  private static ReleaseTable people(
      String name, String title, String by, List<String> recipients) {
    return new ReleaseTable(name, title, List.of(by), Set.of(Measure.PEOPLE), recipients);
  }

  private static Set<String> segments(Incident incident, List<Recipient> recipients) {
    var segments = new TreeSet<String>();
    recipients.stream()
        .flatMap(
            each ->
                Stream.concat(
                    each.countries().stream(),
                    each.jurisdiction().map(Recipient.Part::dimension).stream()))
        .map(dimension -> segmentOf(incident, dimension))
        .forEach(segments::add);
    return segments;
  }

  private static String segmentOf(Incident incident, String dimension) {
    return incident.segments().stream()
        .filter(
            segment ->
                segment.name().equals(dimension)
                    || segment.levels().stream().anyMatch(level -> level.name().equals(dimension)))
        .map(Segment::name)
        .findFirst()
        .orElseThrow();
  }

  Told people() {
    return told(CellKey.all(Measure.PEOPLE));
  }

  Told records() {
    return told(CellKey.all(Measure.RECORDS));
  }

  /** The people whom the recipient answers for; empty if the incident file does not say. */
  Optional<Told> peopleThere() {
    return recipient
        .jurisdiction()
        .map(part -> peopleIn(part.dimension()).getOrDefault(part.value(), NOBODY));
  }

  private static final Told NOBODY = new Told(0L, "0");

  /** People by country; empty if the incident file does not say where countries are. */
  Map<String, Told> peopleByCountry() {
    return recipient.countries().map(this::peopleIn).orElse(Map.of());
  }

  /** Those who have been told, who cannot be, and who still are to be. */
  Map<String, Told> peopleByReach() {
    return peopleIn(REACH);
  }

  private Map<String, Told> peopleIn(String dimension) {
    String segment = dimension.equals(REACH) ? REACH : segmentOf(incident, dimension);
    var told = new LinkedHashMap<String, Told>();
    for (Part part : release.tabulation().shown(segment)) {
      if (part.level().equals(dimension)) {
        CellKey key = release.tabulation().keyAt(Measure.PEOPLE, Map.of(segment, part));
        told.put(part.code(), told(key));
      }
    }
    return told;
  }

  /** The fields that were exposed of anybody. */
  List<Field> exposedFields() {
    return incident.fields().stream()
        .filter(
            field ->
                release
                        .tabulation()
                        .sums()
                        .get(CellKey.all(Measure.PEOPLE).exposing(field.name()))
                        .value()
                    > 0)
        .toList();
  }

  /** What the recipient's vocabulary calls them. */
  Set<String> kinds() {
    var kinds = new TreeSet<String>();
    exposedFields().forEach(field -> kinds.add(field.kinds().get(recipient.vocabulary())));
    return kinds;
  }

  /** What the incident file says for the form; null where it says nothing. */
  String answer(String question) {
    return recipient.answers().get(question);
  }

  private Told told(CellKey key) {
    return Told.of(release.shown(key), incident.disclosure().minimumFrequency());
  }
}
