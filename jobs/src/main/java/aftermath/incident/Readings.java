package aftermath.incident;

import aftermath.incident.Item.Reading;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a text in an incident file can stand for. */
final class Readings {

  private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Pattern DASHED = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9]*([-_][a-z0-9]+)*");
  private static final Pattern JSON_PATH = Pattern.compile("[^.]+(\\.[^.]+)*");
  private static final Pattern PORTION =
      Pattern.compile("(\\d{1,20}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][-+]?\\d{1,3})?");
  private static final Pattern POSITION = Pattern.compile("[1-9]\\d{0,3}");
  private static final Set<String> COUNTRIES = new TreeSet<>(List.of(Locale.getISOCountries()));

  private Readings() {}

  /** A number above 0 and at most 1, of any number of digits. */
  static Optional<Double> portion(String text, Place place, Mistakes mistakes) {
    if (PORTION.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (number > 0 && number <= 1) {
        return Optional.of(number);
      }
    }
    mistakes.add(Mistake.noPortion(place, text));
    return Optional.empty();
  }

  /** The name of a segment: it becomes a column of silver tables and of the cubes. */
  static Optional<String> segmentName(String text, Place place, Mistakes mistakes) {
    return freeName(text, TakenNames.forSegments(), place, mistakes);
  }

  /** The name of an attribute: it becomes a column that segments' expressions can use. */
  static Optional<String> attributeName(String text, Place place, Mistakes mistakes) {
    return freeName(text, TakenNames.forAttributes(), place, mistakes);
  }

  static Optional<String> fieldName(String text, Place place, Mistakes mistakes) {
    return freeName(text, Set.of(), place, mistakes);
  }

  /** The incident's own name: it becomes the name of a folder. */
  static Optional<String> dashedName(String text, Place place, Mistakes mistakes) {
    return orMistake(text, DASHED, Mistake.notDashed(place, text), mistakes);
  }

  static Optional<String> plainName(String text, Place place, Mistakes mistakes) {
    return orMistake(text, PLAIN_NAME, Mistake.notAPlainName(place, text), mistakes);
  }

  static Optional<String> jsonPath(String text, Place place, Mistakes mistakes) {
    return orMistake(text, JSON_PATH, Mistake.noJsonPath(place, text), mistakes);
  }

  /** What a column is called in a file without a header. */
  static Optional<String> position(String text, Place place, Mistakes mistakes) {
    return orMistake(text, POSITION, Mistake.noPosition(place, text), mistakes);
  }

  /**
   * A name that the file gives elsewhere; where nothing could be read there, this is no mistake.
   */
  static Reading<String> nameOf(String kind, String where, Set<String> known) {
    return (text, place, mistakes) -> {
      if (known.contains(text)) {
        return Optional.of(text);
      }
      mistakes.add(Mistake.unknownReference(place, text, kind, where, known));
      return Optional.empty();
    };
  }

  static Optional<ZoneId> zone(String text, Place place, Mistakes mistakes) {
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return Optional.of(ZoneId.of(text));
    }
    mistakes.add(Mistake.noZone(place, text));
    return Optional.empty();
  }

  static Optional<String> country(String text, Place place, Mistakes mistakes) {
    if (COUNTRIES.contains(text)) {
      return Optional.of(text);
    }
    mistakes.add(Mistake.noCountry(place, text, COUNTRIES));
    return Optional.empty();
  }

  /** A moment; without an offset it is what the clocks of the zone showed. */
  static Reading<Instant> momentIn(ZoneId zone) {
    return (text, place, mistakes) -> {
      try {
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text, OffsetDateTime::from, LocalDateTime::from)
                instanceof OffsetDateTime exact
            ? Optional.of(exact.toInstant())
            : local(LocalDateTime.parse(text), zone, place, mistakes);
      } catch (DateTimeException e) {
        mistakes.add(Mistake.noMoment(place, text));
        return Optional.empty();
      }
    };
  }

  static Optional<LocalDate> day(String text, Place place, Mistakes mistakes) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      mistakes.add(Mistake.noDay(place, text));
      return Optional.empty();
    }
  }

  static Optional<String> duration(String text, Place place, Mistakes mistakes) {
    if (NoticePolicy.Deadline.isDuration(text)) {
      return Optional.of(text);
    }
    mistakes.add(Mistake.noDuration(place, text));
    return Optional.empty();
  }

  static Optional<Charset> charset(String text, Place place, Mistakes mistakes) {
    try {
      return Optional.of(Charset.forName(text));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      mistakes.add(Mistake.noCharset(place, text, Charset.availableCharsets().keySet()));
      return Optional.empty();
    }
  }

  static Optional<String> regularExpression(String text, Place place, Mistakes mistakes) {
    try {
      Pattern.compile(text);
      return Optional.of(text);
    } catch (PatternSyntaxException e) {
      mistakes.add(Mistake.noRegularExpression(place, text, e.getDescription()));
      return Optional.empty();
    }
  }

  /** A pattern of dates is good if a day that is written with it can be read back. */
  static Optional<String> datePattern(String text, Place place, Mistakes mistakes) {
    ZonedDateTime example = ZonedDateTime.of(2003, 11, 25, 17, 8, 9, 0, ZoneOffset.UTC);
    try {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(text, Locale.ENGLISH);
      if (LocalDate.parse(example.format(format), format).equals(example.toLocalDate())) {
        return Optional.of(text);
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // Whatever the reason, the sentence below tells what a pattern needs.
    }
    mistakes.add(Mistake.noDatePattern(place, text));
    return Optional.empty();
  }

  private static Optional<Instant> local(
      LocalDateTime time, ZoneId zone, Place place, Mistakes mistakes) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    if (offsets.size() == 1) {
      return Optional.of(time.toInstant(offsets.get(0)));
    }
    mistakes.add(
        offsets.isEmpty()
            ? Mistake.noSuchLocalTime(place, time.toString(), zone)
            : Mistake.ambiguousLocalTime(place, time.toString(), zone));
    return Optional.empty();
  }

  private static Optional<String> freeName(
      String text, Set<String> taken, Place place, Mistakes mistakes) {
    if (!SNAKE_CASE.matcher(text).matches()) {
      mistakes.add(Mistake.notSnakeCase(place, text));
    } else if (TakenNames.wordsOfSql().contains(text)) {
      mistakes.add(Mistake.reservedWord(place, text));
    } else if (taken.contains(text)) {
      mistakes.add(Mistake.takenName(place, text));
    } else {
      return Optional.of(text);
    }
    return Optional.empty();
  }

  private static Optional<String> orMistake(
      String text, Pattern pattern, Mistake mistake, Mistakes mistakes) {
    if (pattern.matcher(text).matches()) {
      return Optional.of(text);
    }
    mistakes.add(mistake);
    return Optional.empty();
  }
}
