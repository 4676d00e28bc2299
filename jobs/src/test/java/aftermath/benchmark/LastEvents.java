package aftermath.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the last events back: what each of three days brings to those who have taken in everything
 * before.
 *
 * <p>Arguments: a folder of Amazon SES events; a folder for four of them: {@code 0} gets the
 * earlier events, {@code 1} to {@code 3} those of the last days; how many a day has. Lines without
 * a time stay with the earlier ones.
 */
public final class LastEvents {
  private static final int DAYS = 3;
  private static final String TIME = "\"timestamp\":\"";
  private static final int LENGTH = "2025-07-24T01:00:54.950Z".length();

  private LastEvents() {}

  public static void main(String[] arguments) throws IOException {
    Path events = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    List<Path> files;
    try (Stream<Path> all = Files.list(events)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    long[] begins = beginnings(files, count);
    for (int part = 0; part <= DAYS; part++) {
      Files.createDirectories(out.resolve(Integer.toString(part)));
    }
    for (Path file : files) {
      split(file, out, begins);
    }
  }

  /** The time of the first event of each day. */
  private static long[] beginnings(List<Path> files, int count) throws IOException {
    var times = new long[1 << 20];
    int found = 0;
    for (Path file : files) {
      try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          times = found == times.length ? Arrays.copyOf(times, 2 * found) : times;
          times[found++] = time(line);
        }
      }
    }
    Arrays.sort(times, 0, found);
    var begins = new long[DAYS];
    for (int day = 0; day < DAYS; day++) {
      begins[day] = times[Math.max(0, found - (DAYS - day) * count)];
    }
    return begins;
  }

  private static void split(Path file, Path out, long[] begins) throws IOException {
    var writers = new BufferedWriter[DAYS + 1];
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (int part = 0; part <= DAYS; part++) {
        String name = (part == 0 ? "" : "day-" + part + "-") + file.getFileName();
        Path path = out.resolve(Integer.toString(part)).resolve(name);
        writers[part] = Files.newBufferedWriter(path, StandardCharsets.ISO_8859_1);
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        long time = time(line);
        BufferedWriter writer = writers[day(time, begins)];
        writer.write(line);
        writer.write('\n');
      }
    } finally {
      for (BufferedWriter writer : writers) {
        if (writer != null) {
          writer.close();
        }
      }
    }
  }

  private static int day(long time, long[] begins) {
    int day = 0;
    while (day < DAYS && time >= begins[day]) {
      day++;
    }
    return day;
  }

  /** The time of what happened, which is the last one of the line, as a number that sorts alike. */
  private static long time(String line) {
    int at = line.lastIndexOf(TIME) + TIME.length();
    if (at < TIME.length() || at + LENGTH > line.length()) {
      return 0;
    }
    long digits = 0;
    for (int i = at; i < at + LENGTH; i++) {
      char c = line.charAt(i);
      digits = c >= '0' && c <= '9' ? digits * 10 + (c - '0') : digits;
    }
    return digits;
  }
}
