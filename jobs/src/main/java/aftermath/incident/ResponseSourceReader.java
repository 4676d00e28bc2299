package aftermath.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the {@code response} of a source of response events. */
final class ResponseSourceReader {

  private static final String NO_COLUMN = "columns without a ";
  private static final String TRANSLATES = "It says what the words in that column mean.";

  private final Set<String> columns;
  private final References references;
  private final Mistakes mistakes;

  /**
   * @param columns what the source has a column for
   */
  ResponseSourceReader(Set<String> columns, References references, Mistakes mistakes) {
    this.columns = columns;
    this.references = references;
    this.mistakes = mistakes;
  }

  ResponseSource read(Section section) {
    Item personAttribute = section.optional("person_attribute");
    checkPerson(section, personAttribute);
    return new ResponseSource(
        section.required("provider").as(Readings::plainName).orElse(""),
        section.required("channel").as(Readings::plainName).orElse(""),
        names(section, "channel", "channels"),
        personAttribute.as(references.attribute()),
        section
            .required("events")
            .section(it -> words(it, item -> item.word(ResponseEventType.class).orElse(null)))
            .orElse(Map.of()),
        names(section, "topic", "topics"));
  }

  /** What reports call the words of a column; there are none without the column. */
  private Map<String, String> names(Section section, String column, String key) {
    Item item =
        columns.contains(column)
            ? section.required(key)
            : section.inapplicable(key, NO_COLUMN + column, TRANSLATES);
    return item.section(it -> words(it, word -> word.as(Readings::plainName).orElse(null)))
        .orElse(Map.of());
  }

  /** An identifier and the attribute that it is are of no use without each other. */
  private void checkPerson(Section section, Item personAttribute) {
    boolean hasPerson = columns.contains("person");
    if (hasPerson && !personAttribute.isPresent()) {
      mistakes.add(Mistake.personWithoutAttribute(section.place()));
    } else if (!hasPerson && personAttribute.isPresent()) {
      mistakes.add(Mistake.attributeWithoutPerson(personAttribute.place(), "columns.person"));
    }
  }

  /** Words that differ in case or in blanks around them only are one word. */
  private <T> Map<String, T> words(Section section, Function<Item, T> meaning) {
    Map<String, T> words = new LinkedHashMap<>();
    section
        .entries()
        .forEach(
            (word, item) -> {
              T meant = meaning.apply(item);
              String folded = word.strip().toLowerCase(Locale.ROOT);
              T before = meant == null ? null : words.putIfAbsent(folded, meant);
              if (before != null && !before.equals(meant)) {
                mistakes.add(Mistake.wordOfTwoMeanings(item.place(), word));
              }
            });
    return Collections.unmodifiableMap(words);
  }
}
