package aftermath.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a dashboard draws its charts from, as JSON within the page. */
final class DataOfPage {
  private static final Pattern DATA =
      Pattern.compile("(<script id=\"data\" type=\"application/json\">)(.*?)(</script>)");

  private DataOfPage() {}

  /** Writes a page that is the same but for its data. */
  static void changed(Path page, Path other, Consumer<JsonNode> change) throws IOException {
    Matcher data = DATA.matcher(Files.readString(page));
    var json = new ObjectMapper();
    Files.writeString(
        other,
        data.replaceFirst(
            found -> {
              try {
                JsonNode tree = json.readTree(found.group(2));
                change.accept(tree);
                String text = json.writeValueAsString(tree).replace("<", "\\u003c");
                return Matcher.quoteReplacement(found.group(1) + text + found.group(3));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
  }
}
