package aftermath.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code notice} of a source of notice events. */
final class NoticeSourceReader {

  private static final String TAGS =
      "Only events in a provider's own format carry tags; use columns instead.";
  private static final String WORDS = "The provider has its own words for what happened.";

  private final Optional<Format> format;
  private final boolean hasPersonColumn;
  private final References references;
  private final Mistakes mistakes;

  NoticeSourceReader(
      Optional<Format> format, boolean hasPersonColumn, References references, Mistakes mistakes) {
    this.format = format;
    this.hasPersonColumn = hasPersonColumn;
    this.references = references;
    this.mistakes = mistakes;
  }

  NoticeSource read(Section section) {
    Item personTag = tag(section, "person_tag");
    Item personAttribute = section.optional("person_attribute");
    checkPerson(section, personTag, personAttribute);
    return new NoticeSource(
        section.required("provider").as(Readings::plainName).orElse(""),
        section.required("channel").as(references.channel()).orElse(""),
        tag(section, "wave_tag").text(),
        section.optional("wave").text(),
        personTag.text(),
        personAttribute.as(references.attribute()),
        eventsItem(section).section(NoticeSourceReader::events).orElse(Map.of()));
  }

  /** An identifier and the attribute that it is are of no use without each other. */
  private void checkPerson(Section section, Item personTag, Item personAttribute) {
    if (format.isEmpty()) {
      return;
    }
    boolean hasPerson = hasPersonColumn || personTag.isPresent();
    if (hasPerson && !personAttribute.isPresent()) {
      mistakes.add(Mistake.personWithoutAttribute(section.place()));
    } else if (!hasPerson && personAttribute.isPresent()) {
      String where = isOfProvider() ? "person_tag" : "columns.person";
      mistakes.add(Mistake.attributeWithoutPerson(personAttribute.place(), where));
    }
  }

  private Item tag(Section section, String key) {
    return format.isEmpty() || isOfProvider()
        ? section.optional(key)
        : section.inapplicable(key, "format " + Item.wordOf(format.get()), TAGS);
  }

  private Item eventsItem(Section section) {
    if (format.isEmpty()) {
      return section.optional("events");
    }
    return isOfProvider()
        ? section.inapplicable("events", "format " + Item.wordOf(format.get()), WORDS)
        : section.required("events");
  }

  private boolean isOfProvider() {
    return format.filter(Format::isOfProvider).isPresent();
  }

  private static Map<String, NoticeEventType> events(Section section) {
    Map<String, NoticeEventType> events = new LinkedHashMap<>();
    section
        .entries()
        .forEach(
            (word, item) ->
                item.word(NoticeEventType.class).ifPresent(type -> events.put(word, type)));
    return Collections.unmodifiableMap(events);
  }
}
