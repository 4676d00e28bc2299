package aftermath.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code notice} of a source of notice events. */
final class NoticeSourceReader {

  private static final String TAGS = "Only messages of Amazon SES carry tags; use columns instead.";
  private static final String WORDS = "Amazon SES has its own words for what happened.";

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
    boolean maybeSes = format.isEmpty() || format.get() == Format.AMAZON_SES;
    boolean maybeOther = format.isEmpty() || format.get() != Format.AMAZON_SES;
    String provider = section.required("provider").as(Readings::plainName).orElse("");
    String channel = section.required("channel").as(references.channel()).orElse("");
    Optional<String> waveTag = tag(maybeSes, section, "wave_tag");
    Optional<String> wave = section.optional("wave").text();
    Optional<String> personTag = tag(maybeSes, section, "person_tag");
    Item person = section.optional("person_attribute");
    Item events =
        !maybeOther
            ? section.inapplicable("events", "format amazon_ses", WORDS)
            : format.isPresent() ? section.required("events") : section.optional("events");
    if (format.isPresent()) {
      boolean hasPerson = maybeSes ? personTag.isPresent() : hasPersonColumn;
      String where = maybeSes ? "person_tag" : "columns.person";
      if (hasPerson && !person.isPresent()) {
        mistakes.add(Mistake.personWithoutAttribute(section.place()));
      } else if (!hasPerson && person.isPresent()) {
        mistakes.add(Mistake.attributeWithoutPerson(person.place(), where));
      }
    }
    return new NoticeSource(
        provider,
        channel,
        waveTag,
        wave,
        personTag,
        person.as(references.attribute()),
        events.section(NoticeSourceReader::events).orElse(Map.of()));
  }

  private Optional<String> tag(boolean applies, Section section, String key) {
    Item item =
        applies
            ? section.optional(key)
            : section.inapplicable(key, "format " + Item.wordOf(format.get()), TAGS);
    return item.text();
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
