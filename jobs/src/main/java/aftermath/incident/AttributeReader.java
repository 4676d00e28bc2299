package aftermath.incident;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code attributes}. */
final class AttributeReader {

  /** Systems write 1 January 1900 for birth dates that they do not know. */
  private static final LocalDate FIRST_CREDIBLE_DAY = LocalDate.of(1900, 1, 2);

  private static final Set<AttributeType> DATES = EnumSet.of(AttributeType.DATE);
  private static final Set<AttributeType> TEXTS =
      EnumSet.complementOf(
          EnumSet.of(AttributeType.DATE, AttributeType.NUMBER, AttributeType.FLAG));

  private final Optional<LocalDate> lastCredibleDay;
  private final Mistakes mistakes;

  /**
   * @param lastCredibleDay the day the organisation became aware: what was taken is not of later
   */
  AttributeReader(Optional<LocalDate> lastCredibleDay, Mistakes mistakes) {
    this.lastCredibleDay = lastCredibleDay;
    this.mistakes = mistakes;
  }

  Map<String, Attribute> read(Section section) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    section
        .entries()
        .forEach(
            (name, item) -> {
              Readings.attributeName(name, item.place(), mistakes);
              // An attribute with mistakes is kept, so that references to it are not blamed too.
              attributes.put(name, item.section(it -> attribute(name, it)).orElse(null));
            });
    for (Attribute attribute : attributes.values()) {
      if (attribute != null && attribute.type() == AttributeType.DATE) {
        checkThatAgeIsFree(section, TakenNames.ageOf(attribute.name()));
      }
    }
    return Collections.unmodifiableMap(attributes);
  }

  private void checkThatAgeIsFree(Section section, String age) {
    Item other = section.entries().get(age);
    if (other != null) {
      mistakes.add(Mistake.takenName(other.place(), age));
    }
  }

  private Attribute attribute(String name, Section section) {
    Optional<AttributeType> type = section.required("type").word(AttributeType.class);
    Item formats = onlyFor(DATES, type, section, "formats");
    Item notBefore = onlyFor(DATES, type, section, "not_before");
    Item notAfter = onlyFor(DATES, type, section, "not_after");
    Item pattern = onlyFor(TEXTS, type, section, "pattern");

    Optional<LocalDate> first = notBefore.as(Readings::day);
    Optional<LocalDate> last = notAfter.as(Readings::day).or(() -> lastCredibleDay);
    if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
      mistakes.add(Mistake.daysInWrongOrder(notBefore.place(), first.get(), last.get()));
    }
    boolean isDate = type.filter(DATES::contains).isPresent();
    return new Attribute(
        name,
        type.orElse(null),
        formats.different(item -> item.as(Readings::datePattern)),
        isDate ? first.or(() -> Optional.of(FIRST_CREDIBLE_DAY)) : Optional.empty(),
        isDate ? last : Optional.empty(),
        pattern.as(Readings::regularExpression),
        section.optional("placeholders").texts());
  }

  private static Item onlyFor(
      Set<AttributeType> types, Optional<AttributeType> type, Section section, String key) {
    if (type.isEmpty() || types.contains(type.get())) {
      return section.optional(key);
    }
    String reason = types.equals(DATES) ? "It is for dates." : "It is for texts.";
    return section.inapplicable(key, "type " + Item.wordOf(type.get()), reason);
  }
}
