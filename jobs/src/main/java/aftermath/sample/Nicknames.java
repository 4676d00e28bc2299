package aftermath.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What people are called who bear a given name. */
final class Nicknames {
  private final Map<String, List<byte[]>> byName = new HashMap<>();
  private final Map<Word, List<byte[]>> byWord = new ConcurrentHashMap<>();

  Nicknames() {
    for (String line : Resources.lines("nicknames.txt")) {
      int colon = line.indexOf(':');
      List<byte[]> forms = new ArrayList<>();
      for (String form : line.substring(colon + 1).split(",")) {
        forms.add(Bytes.of(form.strip()));
      }
      byName.put(line.substring(0, colon), forms);
    }
  }

  /** A nickname, or the name itself if nobody shortens it. */
  byte[] of(Word given, long bits) {
    List<byte[]> forms =
        byWord.computeIfAbsent(
            given,
            word ->
                byName.getOrDefault(
                    new String(word.text(), StandardCharsets.UTF_8), List.of(word.text())));
    return forms.get(Randomness.below(bits, forms.size()));
  }
}
