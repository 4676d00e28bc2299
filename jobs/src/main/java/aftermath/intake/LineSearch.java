package aftermath.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds bytes eight at a time: the search for line ends is most of what a survey does. */
final class LineSearch {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long NEWLINES = '\n' * ONES;
  private static final long RETURNS = '\r' * ONES;

  private LineSearch() {}

  /** The first newline in the range, or {@code to}. */
  static int newline(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long found = zeros((long) LONGS.get(bytes, i) ^ NEWLINES);
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** The first newline, carriage return or quote in the range, or {@code to}. */
  static int lineEndOrQuote(byte[] bytes, int from, int to, byte quote) {
    long quotes = (quote & 0xffL) * ONES;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long word = (long) LONGS.get(bytes, i);
      long found = zeros(word ^ NEWLINES) | zeros(word ^ RETURNS) | zeros(word ^ quotes);
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (i < to && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != quote) {
      i++;
    }
    return i;
  }

  /** The lowest high bit that is set marks the first zero byte; higher ones may be false alarms. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGHS;
  }
}
