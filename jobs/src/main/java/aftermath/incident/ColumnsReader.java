package aftermath.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code columns} of a source: what is fed by which spellings of delivered columns. */
final class ColumnsReader {

  private static final List<String> OF_NOTICES =
      List.of("message_id", "event", "occurred_at", "person", "recipient", "wave", "reason");
  private static final Set<String> NEEDED_OF_NOTICES = Set.of("message_id", "event", "occurred_at");

  /** What the log of a provider's events may have beside them. */
  private static final List<String> BESIDE_EVENTS =
      List.of("occurred_at", "person", "recipient", "wave");

  private static final Set<String> NEEDED_OF_RESPONSES = Set.of("event", "occurred_at");

  private static final List<String> OF_DECISIONS =
      List.of("record", "other", "decision", "decided_at", "clerk", "remark");
  private static final Set<String> NEEDED_OF_DECISIONS = Set.of("record", "other", "decision");

  private final Role role;
  private final Optional<Format> format;
  private final CsvDialect csv;
  private final References references;
  private final Mistakes mistakes;

  ColumnsReader(
      Role role,
      Optional<Format> format,
      CsvDialect csv,
      References references,
      Mistakes mistakes) {
    this.role = role;
    this.format = format;
    this.csv = csv;
    this.references = references;
    this.mistakes = mistakes;
  }

  Map<String, List<String>> read(Section section) {
    return switch (role) {
      case NOTICE_EVENTS ->
          format.filter(Format::isOfProvider).isPresent()
              ? ofEvents(section, BESIDE_EVENTS, Set.of())
              : ofEvents(section, OF_NOTICES, NEEDED_OF_NOTICES);
      case RESPONSE_EVENTS -> ofEvents(section, ResponseSource.COLUMNS, NEEDED_OF_RESPONSES);
      case LINK_DECISIONS -> ofEvents(section, OF_DECISIONS, NEEDED_OF_DECISIONS);
      case IMPACTED_RECORDS, CUSTOMERS, MEMBERS -> ofAttributes(section);
    };
  }

  private Map<String, List<String>> ofAttributes(Section section) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    section
        .entries()
        .forEach(
            (attribute, item) -> {
              references.attribute().of(attribute, item.place(), mistakes);
              columns.put(attribute, spellings(item));
            });
    return Collections.unmodifiableMap(columns);
  }

  private Map<String, List<String>> ofEvents(
      Section section, List<String> known, Set<String> needed) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String column : known) {
      Item item = needed.contains(column) ? section.required(column) : section.optional(column);
      if (item.isPresent()) {
        columns.put(column, spellings(item));
      }
    }
    return Collections.unmodifiableMap(columns);
  }

  private List<String> spellings(Item item) {
    return item.different(this::spelling);
  }

  private Optional<String> spelling(Item item) {
    if (format.isEmpty()) {
      return item.text();
    }
    return switch (format.get()) {
      case NDJSON, JSON_ARRAY -> item.as(Readings::jsonPath);
      case CSV -> csv.header() ? item.text() : item.as(Readings::position);
      case PARQUET, DELTA, AMAZON_SES, SENDGRID, MAILGUN, POSTMARK, TWILIO_SMS, DELIVERY_STATUS ->
          item.text();
    };
  }
}
