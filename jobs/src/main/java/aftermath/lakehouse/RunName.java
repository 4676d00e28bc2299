package aftermath.lakehouse;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Runs are called by when they began, so that their names sort as they came. */
public final class RunName {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'");

  private RunName() {}

  /** The name of a run that begins then, such as {@code 20250701T093000.000Z}. */
  public static String of(Instant begin) {
    return NAME.format(begin.atOffset(ZoneOffset.UTC));
  }

  /** When a run began; empty if the name is not a run's. */
  static Optional<Instant> begin(String name) {
    try {
      return Optional.of(LocalDateTime.parse(name, NAME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
