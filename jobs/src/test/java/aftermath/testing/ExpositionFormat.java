package aftermath.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of Prometheus' text format: of each name first HELP, then TYPE, then its samples
 * together and each once.
 */
public final class ExpositionFormat {
  private static final String NAME = "[a-z][a-z0-9]*(?:_[a-z0-9]+)*";
  private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") (\\S.*)");
  private static final Pattern TYPE = Pattern.compile("# TYPE (" + NAME + ") (gauge|counter)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?)");
  private static final Pattern LABEL =
      Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");

  private final Map<String, Map<Map<String, String>, Double>> samples = new LinkedHashMap<>();
  private final Map<String, String> helps = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private String current = "";

  private ExpositionFormat() {}

  /** Reads a file's text; fails where it breaks the format. */
  public static ExpositionFormat read(String text) {
    assertTrue(text.endsWith("\n"), "the last line does not end");
    var read = new ExpositionFormat();
    text.lines().forEach(read::line);
    return read;
  }

  /** The value of a sample by its labels: name, value, and so on. */
  public double value(String name, String... labels) {
    var wanted = new TreeMap<String, String>();
    for (int i = 0; i < labels.length; i += 2) {
      wanted.put(labels[i], labels[i + 1]);
    }
    Map<Map<String, String>, Double> of = samples.getOrDefault(name, Map.of());
    assertTrue(of.containsKey(wanted), () -> name + wanted + " is not among " + of.keySet());
    return of.get(wanted);
  }

  public boolean has(String name) {
    return samples.containsKey(name);
  }

  private void line(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (help.matches()) {
      current = help.group(1);
      assertEquals(null, helps.put(current, help.group(2)), current + " is explained twice");
    } else if (type.matches()) {
      assertEquals(current, type.group(1), line);
      assertEquals(null, types.put(current, type.group(2)), current + " has two types");
    } else {
      assertTrue(sample.matches(), "neither HELP, TYPE nor a sample: " + line);
      assertEquals(current, sample.group(1), "out of its place: " + line);
      assertTrue(types.containsKey(current), current + " has no type");
      Double before =
          samples
              .computeIfAbsent(current, first -> new HashMap<>())
              .put(labels(sample.group(2)), Double.parseDouble(sample.group(3)));
      assertEquals(null, before, "twice: " + line);
    }
  }

  private static Map<String, String> labels(String text) {
    var labels = new TreeMap<String, String>();
    Matcher label = LABEL.matcher(text == null ? "" : text);
    int at = 0;
    while (text != null && at < text.length()) {
      assertTrue(label.find(at) && label.start() == at, "no label: " + text.substring(at));
      assertFalse(labels.containsKey(label.group(1)), text);
      labels.put(label.group(1), label.group(2));
      at = label.end();
    }
    return labels;
  }
}
