package aftermath.functions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code date(value, reading)}: the day that the first fitting format reads, or null. The second
 * argument is a {@link DateReading} as text, because Spark binds functions by types alone and a
 * constant can reach a static method only as an argument.
 */
public final class CalendarDate extends StaticFunction<Integer> {

  /** Readings by their text: one for every date column of an incident. */
  private static final Map<UTF8String, DateReading> READINGS = new ConcurrentHashMap<>();

  private static final int MOST_READINGS = 256;

  CalendarDate() {
    super("date", DataTypes.DateType, DataTypes.StringType, DataTypes.StringType);
  }

  /** Called by Spark's generated code, which unboxes the days since 1970 or takes null. */
  public static Integer invoke(UTF8String value, UTF8String reading) {
    if (value == null || reading == null) {
      return null;
    }
    DateReading known = READINGS.get(reading);
    return (known != null ? known : learned(reading)).days(value);
  }

  private static DateReading learned(UTF8String text) {
    // A bound for programs that make up readings without end; emptying costs a little time only.
    if (READINGS.size() >= MOST_READINGS) {
      READINGS.clear();
    }
    DateReading reading = DateReading.of(text.toString());
    // The key is copied because Spark may reuse the memory behind the argument.
    READINGS.put(text.copy(), reading);
    return reading;
  }
}
