package aftermath.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Given names that one person goes by although no spelling shows it: Peggy is Margaret, Bill is
 * William. Names are looked up by a hash of their letters, for most pairs of names are strangers
 * and no text should be made of them.
 */
final class ShortForms {
  private static final String FILE = "short-forms.txt";

  /** By hash of a name: the numbers of the full names that it stands for, in ascending order. */
  private static final Map<Long, int[]> STANDS_FOR = read();

  private ShortForms() {}

  /** Whether both may stand for one full name. */
  static boolean areOfOneName(char[] one, char[] other) {
    int[] full = STANDS_FOR.get(hash(one));
    if (full == null) {
      return false;
    }
    int[] otherFull = STANDS_FOR.get(hash(other));
    if (otherFull == null) {
      return false;
    }
    for (int name : full) {
      for (int otherName : otherFull) {
        if (name == otherName) {
          return true;
        }
      }
    }
    return false;
  }

  /** Of the first of several names: Beth may be Elizabeth Michelle. */
  private static long hash(char[] name) {
    long hash = 1125899906842597L;
    for (int at = 0; at < name.length && name[at] != ' '; at++) {
      hash = 31 * hash + name[at];
    }
    return hash;
  }

  private static Map<Long, int[]> read() {
    Map<Long, List<Integer>> standsFor = new HashMap<>();
    int number = 0;
    for (String line : lines()) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      String[] nameAndForms = line.split(":", 2);
      int name = number++;
      standsFor.computeIfAbsent(hash(nameAndForms[0]), none -> new ArrayList<>()).add(name);
      for (String form : nameAndForms[1].strip().split(" ")) {
        standsFor.computeIfAbsent(hash(form), none -> new ArrayList<>()).add(name);
      }
    }
    Map<Long, int[]> numbers = new HashMap<>();
    standsFor.forEach(
        (hash, names) -> numbers.put(hash, names.stream().mapToInt(Integer::intValue).toArray()));
    return Map.copyOf(numbers);
  }

  private static long hash(String name) {
    return hash(name.strip().toCharArray());
  }

  private static List<String> lines() {
    try (var stream = ShortForms.class.getResourceAsStream(FILE);
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
