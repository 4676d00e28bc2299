package aftermath.intake;

import aftermath.incident.Format;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * Reads one file from its first to its last byte, once: its hash, its encoding, its columns, and
 * where it can be split. Split points lie exactly on records, because the same records are found
 * here as when the rows are read.
 */
final class FileSurveyor {

  /** Ranges are put together when rows are read; small ones let few tasks share one big file. */
  static final long SPLIT_SIZE = 16L << 20;

  /** How many objects tell which paths a JSON file has. */
  private static final int OBJECTS_LOOKED_AT = 200;

  private final SourceLayout layout;
  private final Storage storage;
  private final long splitSize;

  private final List<Split> splits = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private List<String> columns = List.of();
  private Compression compression = Compression.NONE;
  private String encoding = "";
  private String hash = "";
  private long rows = -1;

  private FileSurveyor(SourceLayout layout, Storage storage, long splitSize) {
    this.layout = layout;
    this.storage = storage;
    this.splitSize = splitSize;
  }

  static DeliveredFile survey(FoundFile file, SourceLayout layout, Storage storage) {
    return survey(file, layout, storage, SPLIT_SIZE);
  }

  static DeliveredFile survey(
      FoundFile file, SourceLayout layout, Storage storage, long splitSize) {
    return new FileSurveyor(layout, storage, splitSize).survey(file);
  }

  /**
   * Looks at the beginning of a file only, as far as one row may be long: it gets no hash, and is
   * one split.
   */
  static DeliveredFile glance(FoundFile file, SourceLayout layout, Storage storage) {
    return new FileSurveyor(layout, storage, Long.MAX_VALUE / 2).glance(file);
  }

  private DeliveredFile glance(FoundFile file) {
    if (!file.problem().isEmpty()) {
      return surveyed(file, file.problem());
    }
    try (InputStream stored = opened(file)) {
      byte[] beginning = stored.readNBytes(Records.LONGEST);
      return surveyed(file, look(file, new ByteArrayInputStream(beginning)));
    } catch (MayNotBeRead e) {
      return surveyed(file, IntakeProblems.mayNotBeRead(file.path()));
    } catch (IOException e) {
      throw IntakeProblems.unreadable(file.path(), e);
    }
  }

  private DeliveredFile survey(FoundFile file) {
    if (!file.problem().isEmpty()) {
      return surveyed(file, file.problem());
    }
    try {
      storage.ensureUnchanged(file.path(), file.size(), file.modifiedAt());
      String problem;
      try (HashingInput stored = new HashingInput(opened(file))) {
        problem = look(file, stored);
        hash = stored.hashOfAll();
      }
      storage.ensureUnchanged(file.path(), file.size(), file.modifiedAt());
      return surveyed(file, problem);
    } catch (MayNotBeRead e) {
      return surveyed(file, IntakeProblems.mayNotBeRead(file.path()));
    } catch (IOException e) {
      throw IntakeProblems.unreadable(file.path(), e);
    }
  }

  private DeliveredFile surveyed(FoundFile file, String problem) {
    return new DeliveredFile(
        layout.source(),
        file.path(),
        file.size(),
        Instant.ofEpochMilli(file.modifiedAt()),
        hash,
        hash.isEmpty() ? "" : hash.substring(0, 16),
        problem.isEmpty() ? Standing.NEW : Standing.UNUSABLE,
        compression,
        encoding,
        problem.isEmpty() ? List.copyOf(splits) : List.of(),
        List.copyOf(columns),
        rows,
        List.copyOf(warnings),
        problem.isEmpty() ? List.of() : List.of(problem));
  }

  private InputStream opened(FoundFile file) throws IOException {
    try {
      return storage.open(file.path(), 0);
    } catch (AccessControlException | AccessDeniedException e) {
      throw new MayNotBeRead(e);
    } catch (FileNotFoundException e) {
      // A local file that may not be opened is reported like one that is gone.
      storage.ensureUnchanged(file.path(), file.size(), file.modifiedAt());
      throw new MayNotBeRead(e);
    }
  }

  /** Returns what stands in the way, or an empty text. */
  private String look(FoundFile file, InputStream stored) throws IOException {
    if (file.size() == 0) {
      return IntakeProblems.empty(file.path());
    }
    PeekableInput input = new PeekableInput(stored);
    byte[] head = input.peek(8);
    if (layout.format() == Format.PARQUET) {
      return lookAtParquet(file);
    }
    String other = otherKind(file.path(), head);
    if (!other.isEmpty()) {
      return other;
    }
    compression = Compression.of(head);
    try {
      TextInput text = TextInput.of(input, compression, configuredCharset());
      encoding = text.encoding().charset().name();
      if (text.bytes().peek(1).length == 0) {
        return IntakeProblems.empty(file.path());
      }
      return switch (layout.format()) {
        case CSV -> lookAtCsv(file, text);
        case NDJSON, AMAZON_SES -> lookAtJsonLines(file, text);
        case SENDGRID, MAILGUN, POSTMARK, TWILIO_SMS -> lookAtBodies(file, text);
        case DELIVERY_STATUS -> wholly();
        default -> lookAtJsonArray(file, text);
      };
    } catch (DamagedInput e) {
      return IntakeProblems.damagedHeader(file.path());
    }
  }

  private Charset configuredCharset() {
    return layout.format() == Format.CSV
        ? Charset.forName(layout.csv().encoding())
        : StandardCharsets.UTF_8;
  }

  private String otherKind(String path, byte[] head) {
    if (Compression.startsWith(head, 'P', 'K', 3, 4)) {
      return IntakeProblems.archive(path, "a zip archive or a workbook");
    }
    if (Compression.startsWith(head, 'B', 'Z', 'h')) {
      return IntakeProblems.archive(path, "compressed with bzip2");
    }
    if (Compression.startsWith(head, 0xfd, '7', 'z', 'X', 'Z')) {
      return IntakeProblems.archive(path, "compressed with xz");
    }
    if (Compression.startsWith(head, '7', 'z', 0xbc, 0xaf)) {
      return IntakeProblems.archive(path, "a 7z archive");
    }
    if (Compression.startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
      return IntakeProblems.archive(path, "an old workbook");
    }
    if (head.length > 1 && head[0] == '<' && "!?hH".indexOf(head[1]) >= 0) {
      // What a portal answers to whoever is not signed in.
      return IntakeProblems.otherFormat(path, "a web page or XML", declaredFormat());
    }
    if (Compression.startsWith(head, 'P', 'A', 'R', '1')) {
      return IntakeProblems.otherFormat(path, "a Parquet file", declaredFormat());
    }
    return "";
  }

  private String declaredFormat() {
    return layout.format().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private String lookAtCsv(FoundFile file, TextInput text) throws IOException {
    CsvShape shape = layout.csv();
    if (shape.delimiter() > 127 || shape.quote() > 127) {
      return IntakeProblems.notAscii(layout.source());
    }
    long base = text.hasOwnOffsets() ? text.encoding().markLength() : 0;
    ByteWindow window = new ByteWindow(text.bytes(), base, file.size());
    CsvRecords records = new CsvRecords(window, shape, text.charset(), 1, Long.MAX_VALUE);
    Records.Found first = records.next();
    if (first == Records.Found.END) {
      return IntakeProblems.noHeader(file.path());
    }
    if (first == Records.Found.BROKEN) {
      return window.isDamaged()
          ? IntakeProblems.damagedHeader(file.path())
          : IntakeProblems.brokenHeader(file.path(), records.reason());
    }
    boolean hasHeader = shape.firstRow() == CsvShape.FirstRow.NAMES;
    if (hasHeader && (records.allMarks() & CsvRecords.NUL) != 0) {
      return IntakeProblems.probablyUtf16(file.path());
    }
    columns = hasHeader ? Headers.names(records.texts()) : Headers.numbers(records.fields());
    String problem = problemOfColumns(file);
    if (!problem.isEmpty()) {
      return problem;
    }
    if (!text.hasOwnOffsets()) {
      splits.add(Split.WHOLE);
      return "";
    }
    records.expectColumns(columns.size());
    long start = hasHeader ? records.offset() : base;
    long line = hasHeader ? records.nextLine() : 1;
    boolean goesOn = true;
    while (goesOn) {
      goesOn = records.moveTo(start + splitSize);
      line = addSplit(start, goesOn ? records.offset() : file.size(), line, records.nextLine());
      start = records.offset();
    }
    return "";
  }

  private long addSplit(long start, long end, long line, long nextLine) {
    if (end > start) {
      splits.add(new Split(start, end, line));
    }
    return nextLine;
  }

  private String lookAtJsonLines(FoundFile file, TextInput text) throws IOException {
    long base = text.hasOwnOffsets() ? text.encoding().markLength() : 0;
    byte[] head = text.bytes().peek(Records.LONGEST);
    lookAtFirstLines(head);
    String problem = layout.format().isOfProvider() ? "" : problemOfColumns(file);
    if (!problem.isEmpty() || !text.hasOwnOffsets()) {
      splits.add(Split.WHOLE);
      return problem;
    }
    ByteWindow window = new ByteWindow(text.bytes(), base, file.size());
    LineRecords records = new LineRecords(window, 1, Long.MAX_VALUE);
    long start = base;
    long line = 1;
    boolean goesOn = true;
    while (goesOn) {
      goesOn = records.moveTo(start + splitSize);
      line = addSplit(start, goesOn ? records.offset() : file.size(), line, records.nextLine());
      start = records.offset();
    }
    return "";
  }

  private String lookAtBodies(FoundFile file, TextInput text) throws IOException {
    boolean isOfLines = Container.of(text.bytes().peek(Records.LONGEST)) == Container.LINES;
    return isOfLines ? lookAtJsonLines(file, text) : wholly();
  }

  private String wholly() {
    splits.add(Split.WHOLE);
    return "";
  }

  private void lookAtFirstLines(byte[] head) throws IOException {
    if (layout.format().isOfProvider()) {
      return;
    }
    Set<String> paths = new LinkedHashSet<>();
    int from = 0;
    for (int looked = 0; from < head.length && looked < OBJECTS_LOOKED_AT; looked++) {
      int to = LineSearch.newline(head, from, head.length);
      try (JsonParser parser = Json.FACTORY.createParser(head, from, to - from)) {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          addPaths(parser, "", paths);
        }
      } catch (JsonProcessingException unreadable) {
        // The line is set aside with its reason when the rows are read.
      }
      from = to + 1;
    }
    columns = new ArrayList<>(paths);
  }

  private String lookAtJsonArray(FoundFile file, TextInput text) throws IOException {
    Set<String> paths = new LinkedHashSet<>();
    byte[] head = text.bytes().peek(Records.LONGEST);
    try (JsonParser parser = Json.FACTORY.createParser(head)) {
      JsonToken token;
      int looked = 0;
      while ((token = parser.nextToken()) != null && looked < OBJECTS_LOOKED_AT) {
        if (token == JsonToken.START_OBJECT) {
          addPaths(parser, "", paths);
          looked++;
        }
      }
    } catch (JsonProcessingException cutOff) {
      // The file is longer than what is looked at, or damaged; reading the rows will tell.
    }
    columns = new ArrayList<>(paths);
    splits.add(Split.WHOLE);
    return problemOfColumns(file);
  }

  private static void addPaths(JsonParser parser, String prefix, Set<String> paths)
      throws IOException {
    String name;
    while ((name = parser.nextFieldName()) != null) {
      String path = prefix + name;
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        addPaths(parser, path + ".", paths);
      } else {
        parser.skipChildren();
      }
      paths.add(path);
    }
  }

  private String lookAtParquet(FoundFile file) {
    try {
      ParquetFooter footer = ParquetFooter.of(new Path(file.path()), storage);
      columns = footer.columns();
      rows = footer.rows();
    } catch (IOException | RuntimeException e) {
      return IntakeProblems.brokenParquet(file.path());
    }
    splits.add(Split.WHOLE);
    return problemOfColumns(file);
  }

  private String problemOfColumns(FoundFile file) {
    if (layout.format() == Format.CSV && ColumnCheck.areData(columns, layout)) {
      columns = List.of();
      return IntakeProblems.dataForHeader(file.path());
    }
    return ColumnCheck.problem(file.path(), columns, layout, warnings);
  }

  private static final class MayNotBeRead extends IOException {
    private static final long serialVersionUID = 1L;

    MayNotBeRead(IOException cause) {
      super(cause);
    }
  }
}
