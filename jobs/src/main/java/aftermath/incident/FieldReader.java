package aftermath.incident;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code fields}. */
final class FieldReader {

  /** The sign bit of a 64-bit mask stays free. */
  private static final int MOST_FIELDS = 63;

  private final References references;
  private final Set<String> vocabularies;
  private final Mistakes mistakes;
  private final UniqueNames names;

  /**
   * @param spoken the vocabularies of the recipients, known besides those of this house
   */
  FieldReader(References references, Collection<String> spoken, Mistakes mistakes) {
    this.references = references;
    this.mistakes = mistakes;
    this.names = new UniqueNames(mistakes);
    this.vocabularies = new TreeSet<>(Vocabulary.names());
    spoken.stream().filter(word -> !word.isEmpty()).forEach(vocabularies::add);
  }

  /** The fields, each with the place of its kinds. */
  List<Placed<Field>> read(Item fields) {
    int count = fields.items().size();
    if (count > MOST_FIELDS) {
      mistakes.add(Mistake.tooManyFields(fields.place(), count, MOST_FIELDS));
    }
    return fields.list(item -> item.section(this::field));
  }

  private Placed<Field> field(Section section) {
    Item nameItem = section.required("name");
    Optional<String> name = names.note(nameItem.as(Readings::fieldName), nameItem.place());
    Optional<String> title = section.optional("title").text();
    Item fromItem = section.optional("from");
    List<String> from = fromItem.different(item -> item.as(references.attribute()));
    if (!fromItem.isPresent() && name.isPresent()) {
      // The attribute of the same name shows the field, so there has to be one.
      references.attribute().of(name.get(), nameItem.place(), mistakes);
      from = List.of(name.get());
    }
    Item kindsItem = section.optional("kinds");
    Map<String, String> kinds = kindsItem.section(this::kinds).orElse(Map.of());
    Field field =
        new Field(
            name.orElse(""),
            title.or(() -> name).orElse(""),
            from,
            kinds,
            section.required("data_processing_context").wholeNumber(1, 4).orElse(0),
            section.required("ease_of_identification").score(0.25, 0.5, 0.75, 1).orElse(0.0));
    return new Placed<>(field, kindsItem.place());
  }

  private Map<String, String> kinds(Section section) {
    Map<String, String> kinds = new LinkedHashMap<>();
    section
        .entries()
        .forEach(
            (vocabulary, item) -> {
              if (!vocabularies.contains(vocabulary)) {
                mistakes.add(Mistake.unknownVocabulary(item.place(), vocabularies));
              }
              Optional<List<String>> words = Vocabulary.words(vocabulary);
              Optional<String> kind = words.isPresent() ? item.oneOf(words.get()) : item.text();
              // A mistaken kind is told; that a recipient needs it is not to be told as well.
              kinds.put(vocabulary, kind.orElse(""));
            });
    return Collections.unmodifiableMap(kinds);
  }
}
