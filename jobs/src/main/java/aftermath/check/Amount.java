package aftermath.check;

import java.util.Locale;

/** Sizes as people say them. */
final class Amount {
  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};

  private Amount() {}

  /** For example {@code 1.4 GB}; a thousand of each makes the next. */
  static String of(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 999.95 && unit < UNITS.length - 1) {
      amount /= 1000;
      unit++;
    }
    return unit == 0
        ? "%d bytes".formatted(bytes)
        : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
  }

  static String files(int files) {
    return files == 1 ? "1 file" : "%,d files".formatted(files);
  }
}
