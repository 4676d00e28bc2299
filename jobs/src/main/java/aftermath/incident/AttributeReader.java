package aftermath.incident;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code attributes}. */
final class AttributeReader {

  /** Systems write 1 January 1900 for birth dates that they do not know. */
  private static final LocalDate FIRST_CREDIBLE_DAY = LocalDate.of(1900, 1, 2);

  private static final Set<AttributeType> WITHOUT_PATTERN =
      EnumSet.of(AttributeType.DATE, AttributeType.NUMBER, AttributeType.FLAG);

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
    return Collections.unmodifiableMap(attributes);
  }

  private Attribute attribute(String name, Section section) {
    Optional<AttributeType> type = section.required("type").word(AttributeType.class);
    boolean mayBeDate = type.isEmpty() || type.get() == AttributeType.DATE;
    boolean mayHavePattern = type.isEmpty() || !WITHOUT_PATTERN.contains(type.get());
    String others = type.map(it -> "type " + Item.wordOf(it)).orElse("");

    List<String> formats =
        (mayBeDate ? section.optional("formats") : inapplicableToOthers(section, "formats", others))
            .different(item -> item.as(Readings::datePattern));
    Item notBefore =
        mayBeDate
            ? section.optional("not_before")
            : inapplicableToOthers(section, "not_before", others);
    Item notAfter =
        mayBeDate
            ? section.optional("not_after")
            : inapplicableToOthers(section, "not_after", others);
    Optional<LocalDate> first = notBefore.as(Readings::day);
    Optional<LocalDate> last = notAfter.as(Readings::day).or(() -> lastCredibleDay);
    if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
      mistakes.add(Mistake.daysInWrongOrder(notBefore.place(), first.get(), last.get()));
    }
    Item pattern =
        mayHavePattern
            ? section.optional("pattern")
            : section.inapplicable("pattern", others, "A pattern is for texts.");
    boolean isDate = type.filter(it -> it == AttributeType.DATE).isPresent();
    return new Attribute(
        name,
        type.orElse(null),
        formats,
        isDate ? first.or(() -> Optional.of(FIRST_CREDIBLE_DAY)) : Optional.empty(),
        isDate ? last : Optional.empty(),
        pattern.as(Readings::regularExpression),
        section.optional("placeholders").texts());
  }

  private static Item inapplicableToOthers(Section section, String key, String others) {
    return section.inapplicable(key, others, "It is for dates.");
  }
}
