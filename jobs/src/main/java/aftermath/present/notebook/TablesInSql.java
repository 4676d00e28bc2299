package aftermath.present.notebook;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables that a query names. An engine with a catalogue takes the query as it is; where there
 * is none, the names are replaced by places.
 */
public final class TablesInSql {

  /** Comments and literals come first: a name within them is no table. */
  private static final Pattern NAME =
      Pattern.compile(
          "--[^\n]*|'(?:[^']|'')*'|\\b((?:gold|ops|silver|bronze)\\.[a-z][a-z0-9_]*)\\b");

  private TablesInSql() {}

  /** Their names, as in gold.fields. */
  public static Set<String> named(String sql) {
    var names = new TreeSet<String>();
    NAME.matcher(sql)
        .results()
        .map(found -> found.group(1))
        .filter(name -> name != null)
        .forEach(names::add);
    return names;
  }

  /**
   * The query with each name replaced.
   *
   * @param place of a table, as the engine writes it
   */
  public static String placed(String sql, UnaryOperator<String> place) {
    return NAME.matcher(sql)
        .replaceAll(found -> Matcher.quoteReplacement(replacement(found, place)));
  }

  private static String replacement(MatchResult found, UnaryOperator<String> place) {
    return found.group(1) == null ? found.group() : place.apply(found.group(1));
  }
}
