package aftermath.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that hold what is expected. With {@code -Dgolden.rewrite=true} they are written anew, and
 * the test fails on purpose, so that nobody takes a rewriting for a passed test.
 */
public final class Golden {
  private static final String REWRITE = "golden.rewrite";

  private Golden() {}

  public static void assertHolds(Path file, String text) {
    assertHold(Map.of(file, text));
  }

  /** Compares all of them, so that one rewriting is enough. */
  public static void assertHold(Map<Path, String> texts) {
    if (Boolean.getBoolean(REWRITE)) {
      texts.forEach(Golden::write);
      fail(
          "Rewritten: %s. Look at the difference, then run without -D%s."
              .formatted(texts.keySet(), REWRITE));
    }
    new TreeMap<>(texts)
        .forEach(
            (file, text) ->
                assertEquals(
                    read(file),
                    text,
                    () -> file + " differs; rewrite it with -D" + REWRITE + "=true"));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
