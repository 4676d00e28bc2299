package aftermath.intake;

import aftermath.incident.Source;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;

/**
 * What can be wrong with a delivery as a whole, as sentences that name the file and say what to do.
 * They name columns but no delivered value, since they end up in logs.
 */
final class IntakeProblems {

  private IntakeProblems() {}

  static DeliveryChanged changed(String path) {
    return new DeliveryChanged(
        ("%s changed while it was being read. Nothing of this run was kept; wait until the file is"
                + " delivered completely, then run again.")
            .formatted(shown(path)));
  }

  static DeliveryChanged vanished(String path) {
    return new DeliveryChanged(
        ("%s was there when the run began and is gone. Nothing of this run was kept; put the file"
                + " back, then run again.")
            .formatted(shown(path)));
  }

  static IntakeException unreadable(String path, Throwable cause) {
    return new IntakeException(
        "%s cannot be read: the storage failed. Check it, then run again.".formatted(shown(path)),
        cause);
  }

  static IntakeException formatNotSupported(Source source) {
    return new IntakeException(
        ("Source %s: %s cannot be read from %s files; notice_events come as csv, ndjson, json-array"
                + " or in a provider's own format, link_decisions as csv, ndjson or json-array, and"
                + " everything else in any format but a provider's.")
            .formatted(
                source.name(),
                source.role().tableName(),
                source.format().name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  static IntakeException noNotice(String source) {
    return new IntakeException(
        "Source %s feeds notice_events but has no 'notice' block that names provider and channel."
            .formatted(source));
  }

  static String nothingMatches(String source, String pattern) {
    return "Source %s: no file matches %s; check the path if files were expected."
        .formatted(source, pattern);
  }

  static String hiddenSkipped(String source, String path) {
    return "Source %s: %s is hidden by its name and was not read; rename it if it is a delivery."
        .formatted(source, shown(path));
  }

  static String taken(String path) {
    return "%s was taken in before.".formatted(shown(path));
  }

  static String passedOver(int count, List<String> first) {
    String names = String.join(", ", first.stream().map(IntakeProblems::shown).toList());
    return "%s among the deliveries and meant by no path of the incident file: %s%s."
        .formatted(
            count == 1 ? "1 file lies" : "%,d files lie".formatted(count),
            names,
            count > first.size() ? " and %,d more".formatted(count - first.size()) : "");
  }

  static String replaced(String path, String before) {
    return ("%s was taken in before with other content, as delivery %s; both count. If it replaces"
            + " that one, take the other back: ./aftermath withdraw INCIDENT %s")
        .formatted(shown(path), before, before);
  }

  static String repeated(String path, String other) {
    return "%s has the same content as %s and is read once.".formatted(shown(path), shown(other));
  }

  static String cutOff(String path, long kept) {
    return ("%s is damaged or cut off: %,d rows before the damage are taken in, and all behind it"
            + " is missing; ask for it to be delivered again.")
        .formatted(shown(path), kept);
  }

  static String noRows(String path) {
    return "%s has no rows; if it should have some, ask for it to be delivered again."
        .formatted(shown(path));
  }

  static String firstRowsSetAside(String path, long read, long setAside, long line, String why) {
    return "%s: of its first %,d rows %,d cannot be used; line %d: %s."
        .formatted(shown(path), read, setAside, line, why);
  }

  static String utf8InDisguise(String path, String encoding) {
    return "%s is valid UTF-8 beyond ASCII, and its source says encoding: %s, which garbles it; set encoding: UTF-8 in the csv block."
        .formatted(shown(path), encoding);
  }

  static String nothingReadable(String path) {
    return "%s: nothing in its first rows can be used; correct the source's format, or ask for the file to be delivered again."
        .formatted(shown(path));
  }

  static String empty(String path) {
    return "%s is empty; ask for it to be delivered again.".formatted(shown(path));
  }

  static String noHeader(String path) {
    return "%s has no header row, only blank lines; ask for it to be delivered again."
        .formatted(shown(path));
  }

  static String dataForHeader(String path) {
    return ("%s begins with data and not with the names of its columns; ask for it with a header,"
            + " or set header: false in its source's csv block.")
        .formatted(shown(path));
  }

  static String brokenHeader(String path, String reason) {
    return "%s cannot be read because its header row is broken: %s.".formatted(shown(path), reason);
  }

  static String damagedHeader(String path) {
    return "%s is damaged or cut off before its first row; ask for it to be delivered again."
        .formatted(shown(path));
  }

  static String mayNotBeRead(String path) {
    return "%s may not be read by this user; change its permissions.".formatted(shown(path));
  }

  static String brokenLink(String path) {
    return "%s is a link to a file that does not exist; deliver the file itself."
        .formatted(shown(path));
  }

  static String notAFile(String path) {
    return "%s is neither a file nor a folder; deliver an ordinary file.".formatted(shown(path));
  }

  static String archive(String path, String kind) {
    return "%s is %s, which cannot be read; unpack it, or compress it with gzip or zstd."
        .formatted(shown(path), kind);
  }

  static String otherFormat(String path, String found, String declared) {
    return "%s is %s, but its source declares %s; correct the source's format or the path."
        .formatted(shown(path), found, declared);
  }

  static String brokenParquet(String path) {
    return "%s is not a readable Parquet file; ask for it to be delivered again."
        .formatted(shown(path));
  }

  static String brokenDelta(String path) {
    return "%s is not a readable Delta table; check the path.".formatted(shown(path));
  }

  static String notAscii(String source) {
    return "Source %s: delimiter and quote must be ASCII characters; correct its csv block."
        .formatted(source);
  }

  static String probablyUtf16(String path) {
    return "%s has zero bytes in its header: set encoding: UTF-16LE in its csv block if it is UTF-16 without a byte order mark; otherwise it is no text, and has to be delivered again."
        .formatted(shown(path));
  }

  static String duplicateColumns(String path, Collection<String> names) {
    return "%s names a column twice: %s; ask for a file with distinct names."
        .formatted(shown(path), String.join(", ", names));
  }

  static String noDeclaredColumn(String path, List<String> found, Collection<String> expected) {
    return ("%s has none of the columns that are looked for; found: %s; expected some of: %s."
            + " %s.")
        .formatted(shown(path), listed(found), listed(expected), remedy(found));
  }

  /** A header in one piece gives away what it is cut by. */
  private static String remedy(List<String> found) {
    String header = String.join("", found);
    return Stream.of(",", ";", "|", "\\t")
        .filter(delimiter -> found.size() == 1)
        .filter(delimiter -> header.contains(delimiter.translateEscapes()))
        .findFirst()
        .map(
            "Its delimiter seems to be '%s'; set delimiter in the csv block of the source"
                ::formatted)
        .orElse("Correct the source's columns or delimiter");
  }

  static String noKey(String path, Collection<String> key, List<String> found) {
    return "%s lacks the key column %s; found: %s. Correct the source's key or the file."
        .formatted(shown(path), String.join(" or ", key), listed(found));
  }

  static String missingColumn(String path, String attribute, Collection<String> spellings) {
    return "%s has no column for %s (%s); it is read as absent."
        .formatted(shown(path), attribute, String.join(", ", spellings));
  }

  /** Local files as people write them. */
  private static String shown(String path) {
    return path.startsWith("file:") ? new Path(path).toUri().getPath() : path;
  }

  private static String listed(Collection<String> names) {
    int shown = 40;
    String list =
        String.join(", ", names.stream().limit(shown).map(IntakeProblems::shortened).toList());
    return names.size() > shown ? list + " and %d more".formatted(names.size() - shown) : list;
  }

  private static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }
}
