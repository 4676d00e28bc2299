package aftermath.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import scala.jdk.javaapi.CollectionConverters;

/** A value as a text, whatever classes an engine has for it. */
final class PlainValue {

  /** Engines add up in their own order, so that the last digits of a fraction may differ. */
  private static final MathContext DIGITS = new MathContext(12);

  private PlainValue() {}

  static String of(Object value) {
    try {
      return plain(value);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String plain(Object value) throws SQLException {
    if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
      BigDecimal rounded = new BigDecimal(value.toString()).round(DIGITS).stripTrailingZeros();
      return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
    if (value instanceof Timestamp moment) {
      return moment(moment.toInstant());
    }
    if (value instanceof ZonedDateTime moment) {
      return moment(moment.toInstant());
    }
    if (value instanceof Array array) {
      return list(Arrays.asList((Object[]) array.getArray()));
    }
    if (value instanceof Object[] array) {
      return list(Arrays.asList(array));
    }
    if (value instanceof List<?> list) {
      return list(list);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return map(CollectionConverters.asJava(map));
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof scala.collection.Seq<?> list) {
      return list(CollectionConverters.asJava(list));
    }
    return String.valueOf(value);
  }

  /** Trino keeps milliseconds of a timestamp. */
  private static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String list(List<?> values) {
    var texts = new ArrayList<String>();
    values.forEach(value -> texts.add(of(value)));
    return texts.toString();
  }

  private static String map(Map<?, ?> values) {
    var texts = new TreeMap<String, String>();
    values.forEach((key, value) -> texts.put(of(key), of(value)));
    return texts.toString();
  }
}
