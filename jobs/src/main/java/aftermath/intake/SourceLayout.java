package aftermath.intake;

import aftermath.incident.Format;
import aftermath.incident.Incident;
import aftermath.incident.NoticeSource;
import aftermath.incident.Source;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tasks must know of a source, in a form that can be sent to them.
 *
 * @param slots for each cell of a row, the names of delivered columns that fill it, folded
 * @param columns attribute → delivered spellings, as declared
 * @param key delivered spellings of the key
 * @param tags the tags of a message that carry its wave and its person; empty: none does
 */
record SourceLayout(
    String source,
    Format format,
    CsvShape csv,
    List<List<String>> slots,
    Map<String, List<String>> columns,
    List<String> key,
    List<String> tags,
    RowShape shape)
    implements Serializable {

  static SourceLayout of(Incident incident, Source source) {
    if (!isSupported(source)) {
      throw IntakeProblems.formatNotSupported(source);
    }
    return new SourceLayout(
        source.name(),
        source.format(),
        CsvShape.of(source.csv()),
        slots(incident, source),
        copyOf(source.columns()),
        new ArrayList<>(source.key()),
        new ArrayList<>(
            List.of(
                source.notice().flatMap(NoticeSource::waveTag).orElse(""),
                source.notice().flatMap(NoticeSource::personTag).orElse(""))),
        shape(incident, source));
  }

  /** The same, for files that are read at a moment. */
  SourceLayout readAt(Instant moment) {
    return new SourceLayout(source, format, csv, slots, columns, key, tags, shape.readAt(moment));
  }

  private static boolean isSupported(Source source) {
    boolean isOfSpark = source.format() == Format.PARQUET || source.format() == Format.DELTA;
    return switch (source.role()) {
      case NOTICE_EVENTS -> !isOfSpark;
      case LINK_DECISIONS, RESPONSE_EVENTS -> !isOfSpark && !source.format().isOfProvider();
      case IMPACTED_RECORDS, CUSTOMERS, MEMBERS -> !source.format().isOfProvider();
    };
  }

  private static List<List<String>> slots(Incident incident, Source source) {
    return switch (source.role()) {
      case NOTICE_EVENTS -> fixedSlots(NoticeShape.SLOTS, source);
      case LINK_DECISIONS -> fixedSlots(DecisionShape.SLOTS, source);
      case RESPONSE_EVENTS -> fixedSlots(ResponseShape.SLOTS, source);
      case IMPACTED_RECORDS, CUSTOMERS, MEMBERS ->
          tabularSlots(source, BronzeColumns.of(incident, source.role()));
    };
  }

  private static RowShape shape(Incident incident, Source source) {
    return switch (source.role()) {
      case NOTICE_EVENTS -> noticeShape(incident, source);
      case RESPONSE_EVENTS ->
          new ResponseShape(source.name(), incident.timeZone().getId(), EventWindow.of(incident));
      case IMPACTED_RECORDS, CUSTOMERS, MEMBERS, LINK_DECISIONS ->
          RowShape.of(incident, source.role());
    };
  }

  /** All delivered names that the source declares, or is taken to declare, folded. */
  List<String> declared() {
    return slots.stream().flatMap(List::stream).toList();
  }

  /** The slot that a delivered column fills, or -1. */
  int slotOf(String folded) {
    for (int slot = 0; slot < slots.size(); slot++) {
      if (slots.get(slot).contains(folded)) {
        return slot;
      }
    }
    return -1;
  }

  String waveTag() {
    return tags.get(0);
  }

  String personTag() {
    return tags.get(1);
  }

  private static List<List<String>> tabularSlots(Source source, List<BronzeColumn> bronze) {
    List<String> spoken = new ArrayList<>(source.key());
    source.version().ifPresent(spoken::add);
    source.columns().values().forEach(spoken::addAll);
    List<List<String>> slots = new ArrayList<>();
    for (BronzeColumn column : bronze) {
      List<String> spellings = new ArrayList<>();
      if (column.sources().contains(source.name())) {
        spoken.stream()
            .filter(column.spellings()::contains)
            .map(BronzeColumns::folded)
            .distinct()
            .forEach(spellings::add);
      }
      slots.add(spellings);
    }
    return slots;
  }

  /**
   * Where a source declares no columns at all, they are called what they are; a provider's events
   * have names of their own.
   */
  private static List<List<String>> fixedSlots(List<String> names, Source source) {
    List<List<String>> slots = new ArrayList<>();
    for (String slot : names) {
      List<String> undeclared =
          source.columns().isEmpty() && !source.format().isOfProvider() ? List.of(slot) : List.of();
      slots.add(
          new ArrayList<>(
              source.columns().getOrDefault(slot, undeclared).stream()
                  .map(BronzeColumns::folded)
                  .toList()));
    }
    return slots;
  }

  private static NoticeShape noticeShape(Incident incident, Source source) {
    NoticeSource notice = source.notice().orElseThrow(() -> IntakeProblems.noNotice(source.name()));
    Map<String, String> events = new TreeMap<>();
    notice
        .events()
        .forEach((word, type) -> events.put(word.strip().toLowerCase(Locale.ROOT), type.word()));
    return new NoticeShape(
        notice.provider(),
        notice.channel(),
        notice.wave().orElse(""),
        notice.personAttribute().orElse(""),
        events,
        incident.timeZone().getId(),
        EventWindow.of(incident));
  }

  private static Map<String, List<String>> copyOf(Map<String, List<String>> columns) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    columns.forEach((attribute, spellings) -> copy.put(attribute, new ArrayList<>(spellings)));
    return copy;
  }
}
