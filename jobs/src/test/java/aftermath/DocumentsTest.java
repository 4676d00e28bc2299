package aftermath;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the repository tell people to type and to open is there. */
class DocumentsTest {
  private static final Pattern COMMAND = Pattern.compile("\\./aftermath ((?:\\\\\\n|[^`\\n])+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S+");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files =
        Stream.concat(Files.walk(Path.of("jobs"), 2), Files.list(Path.of("")))) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".md")).toList();
      return pages.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandIsUnderstood(Path page) throws IOException {
    COMMAND
        .matcher(Files.readString(page))
        .results()
        .map(match -> match.group(1).replace("\\\n", " "))
        .map(line -> line.split(" +# | > | && ")[0])
        .forEach(line -> assertDoesNotThrow(() -> parse(line), line));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) throws IOException {
    Path folder = page.toAbsolutePath().getParent();
    LINK.matcher(Files.readString(page))
        .results()
        .map(match -> match.group(1))
        .forEach(link -> assertTrue(Files.exists(folder.resolve(link)), page + ": " + link));
  }

  private static void parse(String line) {
    Main.commandLine()
        .parseArgs(
            WORD.matcher(line)
                .results()
                .map(word -> word.group().replaceAll("^['\"]|['\"]$", ""))
                .toArray(String[]::new));
  }
}
