package aftermath.intake;

import aftermath.incident.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the first rows of a file tell, read as a run would read them: whether they can be used, and
 * whether the encoding that is declared is theirs.
 */
final class FirstRows {
  private static final int ROWS = 1000;
  private static final int BYTES = 64 * 1024;

  private FirstRows() {}

  /** Sentences about a file in whose header nothing is wrong; none if it can be read throughout. */
  static List<String> oddities(DeliveredFile file, SourceLayout layout, Storage storage) {
    if (SparkRows.reads(layout) || file.splits().isEmpty()) {
      return List.of();
    }
    try {
      List<String> found = new ArrayList<>(unusable(file, layout, storage));
      if (isUtf8InDisguise(file, layout, storage)) {
        found.add(IntakeProblems.utf8InDisguise(file.path(), layout.csv().encoding()));
      }
      return found;
    } catch (IOException e) {
      throw IntakeProblems.unreadable(file.path(), e);
    }
  }

  private static List<String> unusable(DeliveredFile file, SourceLayout layout, Storage storage)
      throws IOException {
    long read = 0;
    long setAside = 0;
    long line = 0;
    String why = "";
    try (RecordReader rows =
        Readers.open(file, file.splits().get(0), layout, storage, layout.shape().schema())) {
      RecordReader.Outcome outcome = rows.next();
      while (outcome != RecordReader.Outcome.END && read < ROWS) {
        read++;
        if (outcome == RecordReader.Outcome.SET_ASIDE) {
          line = setAside == 0 ? rows.line() : line;
          why = setAside == 0 ? rows.reason() : why;
          setAside++;
        }
        outcome = rows.next();
      }
    }
    if (setAside == 0) {
      return read == 0 ? List.of(IntakeProblems.noRows(file.path())) : List.of();
    }
    List<String> found = new ArrayList<>();
    found.add(IntakeProblems.firstRowsSetAside(file.path(), read, setAside, line, why));
    if (setAside == read) {
      found.add(IntakeProblems.nothingReadable(file.path()));
    }
    return found;
  }

  /** Names with accents are two bytes in UTF-8, which any single-byte encoding takes for two. */
  private static boolean isUtf8InDisguise(DeliveredFile file, SourceLayout layout, Storage storage)
      throws IOException {
    boolean isDeclaredSo = file.encoding().startsWith("UTF-");
    if (layout.format() != Format.CSV || isDeclaredSo) {
      return false;
    }
    try (InputStream stored = storage.open(file.path(), 0);
        InputStream text = file.compression().decompressed(stored)) {
      byte[] beginning = text.readNBytes(BYTES);
      CoderResult decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(beginning), CharBuffer.allocate(BYTES), false);
      return !decoded.isError() && !isAscii(beginning);
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }
}
