package aftermath.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The SQL files of the benchmark. A statement ends with a semicolon at the end of a line. */
final class Scripts {
  private Scripts() {}

  static List<String> statements(String script) throws IOException {
    try (InputStream file = Scripts.class.getResourceAsStream(script + ".sql")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split(";\\s*(?:\\n|$)"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    }
  }
}
