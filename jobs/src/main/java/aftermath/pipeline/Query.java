package aftermath.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report written in SQL, in a file beside the class that declares its table.
 *
 * @param text the statement; values come in as named parameters such as {@code :minimum}
 */
public record Query(String text, Map<String, Object> parameters) {
  private static final Object NAMES = new Object();

  /** The query in {@code file}, beside {@code owner}. */
  public static Query in(Class<?> owner, String file) {
    try (var stream = owner.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("There is no " + file + " beside " + owner.getName() + ".");
      }
      return new Query(new String(stream.readAllBytes(), StandardCharsets.UTF_8), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Query with(String parameter, Object value) {
    var all = new TreeMap<>(parameters);
    all.put(parameter, value);
    return new Query(text, all);
  }

  /** The rows of both. */
  public Query and(Query other) {
    var all = new TreeMap<>(parameters);
    all.putAll(other.parameters);
    return new Query(text + "\nUNION ALL\n" + other.text, all);
  }

  Transformation over(List<Table> inputs) {
    return (spark, rows) -> {
      // A view has its name until the statement is analysed, which is at once.
      synchronized (NAMES) {
        for (int i = 0; i < inputs.size(); i++) {
          rows.get(i).createOrReplaceTempView(inputs.get(i).shortName());
        }
        return spark.sql(text, parameters);
      }
    };
  }
}
