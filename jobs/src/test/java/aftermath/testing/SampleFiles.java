package aftermath.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The sample deliveries as lines that can be dealt out anew. A character stands for a byte,
 * whatever the encoding.
 */
public final class SampleFiles {

  /**
   * Files in which the order of lines matters: an open quote swallows what follows it, and JSON and
   * mails span lines.
   */
  private static final Pattern WHOLE =
      Pattern.compile(
          "impacted/part-0[048].*|notices/(postmark|returned-mail)/.*|expected/.*|.*\\.md");

  /** What a line begins with that is a row's first: some rows go on over several lines. */
  private static final Pattern ROW_BEGINS =
      Pattern.compile(
          "(CS-|C|K|L|T)?[0-9a-f]{7,}.*|[{\\[].*|\\d{4}-\\d\\d-\\d\\dT.*", Pattern.DOTALL);

  private SampleFiles() {}

  /** Paths relative to the folder of the samples, with the text of the unpacked file. */
  public static Map<String, String> all() {
    var texts = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(DemoWarehouse.SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = DemoWarehouse.SAMPLES.relativize(file).toString();
        if (!name.startsWith("expected/") && !name.endsWith(".md")) {
          texts.put(name, text(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  public static boolean mayBeCut(String name) {
    return !WHOLE.matcher(name).matches();
  }

  public static boolean hasHeader(String name) {
    return name.contains(".csv");
  }

  /** The rows without the header, each with its line end. */
  public static List<String> rows(String name, String text) {
    var rows = new ArrayList<String>();
    int headers = hasHeader(name) ? 1 : 0;
    for (String line : text.split("(?<=\n)")) {
      // Whatever stands behind the header is no part of it, and must not be lost with it.
      if (rows.size() <= headers || ROW_BEGINS.matcher(line).matches()) {
        rows.add(line);
      } else {
        rows.set(rows.size() - 1, rows.get(rows.size() - 1) + line);
      }
    }
    return rows.subList(Math.min(headers, rows.size()), rows.size());
  }

  public static String header(String name, String text) {
    return hasHeader(name) ? text.substring(0, text.indexOf('\n') + 1) : "";
  }

  private static String text(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream unpacked =
            file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      return new String(unpacked.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
