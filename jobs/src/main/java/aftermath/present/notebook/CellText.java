package aftermath.present.notebook;

import java.sql.Timestamp;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import scala.jdk.javaapi.CollectionConverters;

/** Values as people read them. Shares are percentages; moments are in UTC. */
final class CellText {
  private static final Pattern SHARE =
      Pattern.compile("(?:.*_)?(?:share|rate|level|reach)(?:_.*)?");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private CellText() {}

  /**
   * The value as text; a dash where there is none.
   *
   * @param column whose name says whether it is a share
   */
  static String of(String column, Object value) {
    if (value == null) {
      return "–";
    }
    if (value instanceof Number number) {
      return number(column, number);
    }
    if (value instanceof Timestamp moment) {
      return MOMENT.format(moment.toInstant());
    }
    if (value instanceof Instant moment) {
      return MOMENT.format(moment);
    }
    if (value instanceof Boolean holds) {
      return holds ? "yes" : "no";
    }
    if (value instanceof scala.collection.Iterable<?> many) {
      return joined(many);
    }
    return value.toString();
  }

  private static String number(String column, Number number) {
    if (SHARE.matcher(column).matches()) {
      double percent = 100 * number.doubleValue();
      // Below one in a hundred a second digit matters: providers draw lines at one in a thousand.
      String form = percent == 0 || Math.abs(percent) >= 1 ? "%,.1f %%" : "%,.2f %%";
      return String.format(Locale.ROOT, form, percent);
    }
    return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }

  private static String joined(scala.collection.Iterable<?> many) {
    List<String> parts = new ArrayList<>();
    CollectionConverters.asJava(many).forEach(part -> parts.add(String.valueOf(part)));
    return String.join(" + ", parts);
  }
}
