package aftermath.incident;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code recipients}. */
final class RecipientReader {

  private final Mistakes mistakes;
  private final UniqueNames names;

  RecipientReader(Mistakes mistakes) {
    this.mistakes = mistakes;
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
            vocabulary.as(Readings::plainName).orElse("")),
        vocabulary.place());
  }

  /** Every recipient must be told of every field in words that it knows. */
  void check(List<Placed<Recipient>> recipients, List<Placed<Field>> fields) {
    Set<String> spoken =
        fields.stream()
            .flatMap(field -> field.value().kinds().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    for (Placed<Recipient> recipient : recipients) {
      String vocabulary = recipient.value().vocabulary();
      if (vocabulary.isEmpty() || fields.isEmpty()) {
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
