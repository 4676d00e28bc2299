package aftermath.intake;

import aftermath.incident.Format;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a file's columns are the ones that its source declares. */
final class ColumnCheck {

  /** An address, or as many digits as a year and more. */
  private static final Pattern DATA = Pattern.compile("@|\\d\\D?\\d\\D?\\d\\D?\\d\\D?\\d");

  private ColumnCheck() {}

  /**
   * Returns what stands in the way of reading the file, or an empty text; adds a warning for each
   * attribute that no column feeds. A JSON file in which no object could be read says nothing about
   * its columns, so nothing is held against it.
   */
  static String problem(
      String path, List<String> found, SourceLayout layout, List<String> warnings) {
    boolean hasNamedColumns =
        layout.format() == Format.CSV
            || layout.format() == Format.PARQUET
            || layout.format() == Format.DELTA;
    if (found.isEmpty() && !hasNamedColumns) {
      return "";
    }
    Set<String> duplicates = Headers.duplicates(found);
    if (hasNamedColumns && !duplicates.isEmpty()) {
      return IntakeProblems.duplicateColumns(path, duplicates);
    }
    Set<String> folded = new HashSet<>();
    found.forEach(name -> folded.add(BronzeColumns.folded(name)));
    if (layout.declared().stream().noneMatch(folded::contains)) {
      return IntakeProblems.noDeclaredColumn(path, found, expected(layout));
    }
    if (!layout.key().isEmpty() && !hasAny(folded, layout.key())) {
      return IntakeProblems.noKey(path, layout.key(), found);
    }
    layout
        .columns()
        .forEach(
            (attribute, spellings) -> {
              if (!hasAny(folded, spellings)) {
                warnings.add(IntakeProblems.missingColumn(path, attribute, spellings));
              }
            });
    return "";
  }

  /**
   * True if what should be the names of columns is a row of somebody's data: none of them is known,
   * and some hold an address or a number. Nobody is to read those in a message.
   */
  static boolean areData(List<String> found, SourceLayout layout) {
    return found.stream().noneMatch(name -> layout.declared().contains(BronzeColumns.folded(name)))
        && found.stream().anyMatch(name -> DATA.matcher(name).find());
  }

  private static boolean hasAny(Set<String> folded, Collection<String> spellings) {
    return spellings.stream().map(BronzeColumns::folded).anyMatch(folded::contains);
  }

  /** As the incident file writes them; what is not declared has its usual names. */
  private static Collection<String> expected(SourceLayout layout) {
    Set<String> expected = new LinkedHashSet<>(layout.key());
    layout.columns().values().forEach(expected::addAll);
    return expected.isEmpty() ? layout.declared() : expected;
  }
}
