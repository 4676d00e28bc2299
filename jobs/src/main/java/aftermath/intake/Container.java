package aftermath.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** How the bodies of a provider's events were logged; a file shows it by how it begins. */
enum Container {
  /** One JSON text or form a line. */
  LINES,
  /** JSON over several lines. */
  VALUES,
  /** A CSV file with a header. */
  ROWS;

  /**
   * @param head as much of the file as the longest line may have
   */
  static Container of(byte[] head) throws IOException {
    int from = 0;
    while (from < head.length && head[from] <= ' ' && head[from] >= 0) {
      from++;
    }
    int to = LineSearch.newline(head, from, head.length);
    if (from == head.length) {
      return LINES;
    }
    if (head[from] == '{' || head[from] == '[') {
      return isWhole(head, from, to) ? LINES : VALUES;
    }
    return isForm(head, from, to) ? LINES : ROWS;
  }

  private static boolean isWhole(byte[] head, int from, int to) throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(head, from, to - from)) {
      parser.nextToken();
      parser.skipChildren();
      JsonToken last = parser.currentToken();
      return last == JsonToken.END_OBJECT || last == JsonToken.END_ARRAY;
    } catch (JsonProcessingException goesOn) {
      // A line that is damaged and no beginning either has an end: the next line begins anew.
      return to < head.length && (head[to - 1] == '}' || head[to - 1] == ']');
    }
  }

  /** A name and an equals sign before anything that parts the columns of a header. */
  private static boolean isForm(byte[] head, int from, int to) {
    for (int at = from; at < to; at++) {
      if (head[at] == '=') {
        return at > from;
      }
      if (head[at] == ',' || head[at] == ';' || head[at] == '"' || head[at] == '\t') {
        return false;
      }
    }
    return false;
  }
}
