package aftermath.incident;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code sources}. */
final class SourceReader {

  private static final Set<Role> NEEDED = EnumSet.of(Role.IMPACTED_RECORDS, Role.CUSTOMERS);
  private static final String ONLY_CSV = "It describes how CSV files are written.";

  /** Rows of a table that looks the same in every incident are read by our own readers. */
  private static final Set<Format> OF_FIXED_ROWS =
      EnumSet.of(Format.CSV, Format.NDJSON, Format.JSON_ARRAY);

  private static final String FIXED = "Its events always look the same.";

  private final References references;
  private final Mistakes mistakes;
  private final UniqueNames names;

  SourceReader(References references, Mistakes mistakes) {
    this.references = references;
    this.mistakes = mistakes;
    this.names = new UniqueNames(mistakes);
  }

  List<Source> read(Section section) {
    List<Source> sources = new ArrayList<>();
    for (Role role : Role.values()) {
      String key = role.tableName();
      Item list = NEEDED.contains(role) ? section.required(key) : section.optional(key);
      sources.addAll(list.list(item -> item.section(it -> source(role, it))));
    }
    return List.copyOf(sources);
  }

  private Source source(Role role, Section section) {
    Item name = section.required("name");
    Optional<Format> format = format(role, section.required("format"));
    CsvDialect csv =
        csvItem(format, section).section(CsvDialectReader::read).orElse(CsvDialect.USUAL);
    Map<String, List<String>> columns =
        columnsItem(role, format, section)
            .section(it -> new ColumnsReader(role, format, csv, references, mistakes).read(it))
            .orElse(Map.of());
    Item key = keyItem(role, "key", section);
    Item version = keyItem(role, "version", section);
    if (version.isPresent() && !key.isPresent()) {
      mistakes.add(Mistake.versionWithoutKey(version.place()));
    }
    return new Source(
        names.note(name.as(Readings::plainName), name.place()).orElse(""),
        role,
        format.orElse(null),
        section.required("paths").texts(),
        csv,
        columns,
        key.texts(),
        version.text(),
        notice(role, format, columns, section),
        response(role, columns, section));
  }

  private static Item keyItem(Role role, String key, Section section) {
    // A decision is told from others by its pair of records, a response by its response_id.
    return role == Role.LINK_DECISIONS || role == Role.RESPONSE_EVENTS
        ? section.none(key)
        : section.optional(key);
  }

  private Optional<Format> format(Role role, Item item) {
    Optional<Format> format = item.word(Format.class);
    boolean isFixed = role == Role.LINK_DECISIONS || role == Role.RESPONSE_EVENTS;
    if (isFixed && format.filter(OF_FIXED_ROWS::contains).isEmpty()) {
      format.ifPresent(
          it ->
              mistakes.add(
                  Mistake.formatNotOfFixedRows(item.place(), Item.wordOf(it), role.tableName())));
      return format.filter(OF_FIXED_ROWS::contains);
    }
    if (role != Role.NOTICE_EVENTS && format.filter(Format::isOfProvider).isPresent()) {
      mistakes.add(
          Mistake.formatDoesNotFitRole(item.place(), Item.wordOf(format.get()), role.tableName()));
    }
    return format;
  }

  private static Item csvItem(Optional<Format> format, Section section) {
    return format.isEmpty() || format.get() == Format.CSV
        ? section.optional("csv")
        : section.inapplicable("csv", "format " + Item.wordOf(format.get()), ONLY_CSV);
  }

  private static Item columnsItem(Role role, Optional<Format> format, Section section) {
    // Clerks fill in a form of ours, whose columns are called what they are.
    if (format.isEmpty() || role == Role.LINK_DECISIONS) {
      return section.optional("columns");
    }
    if (format.get() == Format.AMAZON_SES) {
      return section.inapplicable("columns", "format amazon_ses", FIXED);
    }
    return format.get().isOfProvider() ? section.optional("columns") : section.required("columns");
  }

  private Optional<NoticeSource> notice(
      Role role, Optional<Format> format, Map<String, List<String>> columns, Section section) {
    if (role != Role.NOTICE_EVENTS) {
      return Optional.empty();
    }
    NoticeSourceReader reader =
        new NoticeSourceReader(format, columns.containsKey("person"), references, mistakes);
    return section.required("notice").section(reader::read);
  }

  private Optional<ResponseSource> response(
      Role role, Map<String, List<String>> columns, Section section) {
    if (role != Role.RESPONSE_EVENTS) {
      return Optional.empty();
    }
    ResponseSourceReader reader = new ResponseSourceReader(columns.keySet(), references, mistakes);
    return section.required("response").section(reader::read);
  }
}
