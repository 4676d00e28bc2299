package aftermath.incident;

import aftermath.incident.Item.Reading;
import aftermath.incident.Recipient.Part;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code recipients}. */
final class RecipientReader {

  private final Mistakes mistakes;
  private final Set<String> dimensions;
  private final UniqueNames names;

  /**
   * @param dimensions names of all segments and their levels
   */
  RecipientReader(Set<String> dimensions, Mistakes mistakes) {
    this.mistakes = mistakes;
    this.dimensions = dimensions;
    this.names = new UniqueNames(mistakes);
  }

  /** The recipients, each with the place of its vocabulary. */
  List<Placed<Recipient>> read(Item recipients) {
    return recipients.list(item -> item.section(this::recipient));
  }

  private Placed<Recipient> recipient(Section section) {
    Item name = section.required("name");
    Item vocabulary = section.required("vocabulary");
    return new Placed<>(
        new Recipient(
            names.note(name.text(), name.place()).orElse(""),
            vocabulary.as(Readings::plainName).orElse(""),
            section.optional("jurisdiction").section(this::part),
            section.optional("countries").as(dimension()),
            section.optional("answers").section(RecipientReader::answers).orElse(Map.of())),
        vocabulary.place());
  }

  private Part part(Section section) {
    return new Part(
        section.required("dimension").as(dimension()).orElse(""),
        section.required("value").text().orElse(""));
  }

  private Reading<String> dimension() {
    return Readings.nameOf("segment or level of one", "segments", dimensions);
  }

  private static Map<String, String> answers(Section section) {
    var answers = new LinkedHashMap<String, String>();
    section.entries().forEach((key, item) -> answers.put(key, item.text().orElse("")));
    return Collections.unmodifiableMap(answers);
  }

  /** Every recipient must be told of every field in words that it knows. */
  void check(List<Placed<Recipient>> recipients, List<Placed<Field>> fields) {
    Set<String> spoken =
        fields.stream()
            .flatMap(field -> field.value().kinds().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    for (Placed<Recipient> recipient : recipients) {
      String vocabulary = recipient.value().vocabulary();
      if (vocabulary.isEmpty() || vocabulary.equals(Recipient.STATISTICS) || fields.isEmpty()) {
        continue;
      }
      if (!spoken.contains(vocabulary)) {
        mistakes.add(Mistake.vocabularyNotSpoken(recipient.place(), vocabulary, spoken));
        continue;
      }
      fields.stream()
          .filter(field -> !field.value().kinds().containsKey(vocabulary))
          .map(Placed::place)
          .map(place -> Mistake.kindIsMissing(place, vocabulary, recipient.value().name()))
          .forEach(mistakes::add);
    }
  }
}
