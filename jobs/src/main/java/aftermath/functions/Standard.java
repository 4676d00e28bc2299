package aftermath.functions;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Attribute;
import aftermath.incident.AttributeType;
import aftermath.incident.Incident;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Standardised columns: delivered strings made comparable. What cannot be read is null, that is
 * absent; nothing here fails. Standardising twice changes nothing.
 */
public final class Standard {

  /** Spark's dates are of the years 1 to 9999. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final UTF8String NO_WORDS = UTF8String.EMPTY_UTF8;
  private static final List<String> ISO = List.of("uuuu-MM-dd");

  private Standard() {}

  /**
   * What all attributes of an incident have in common.
   *
   * @param placeholders values that mean nothing, besides the built-in ones
   * @param defaultCountry of telephone numbers without a country code
   * @param notAfter the last day that a date may be of, unless its attribute says otherwise
   */
  public record Surroundings(List<String> placeholders, String defaultCountry, LocalDate notAfter) {

    /** Nothing in the records can be younger than the day on which the breach became known. */
    public static Surroundings of(Incident incident) {
      return new Surroundings(
          incident.placeholders(), incident.defaultCountry(), incident.referenceDay());
    }
  }

  /** A person's name in upper case. */
  public static Column name(Column delivered) {
    return call("name", delivered, "");
  }

  /** An e-mail address in lower case. */
  public static Column email(Column delivered) {
    return call("email", delivered, "");
  }

  /** The telephone number in E.164, read as of the given country (ISO 3166 alpha-2). */
  public static Column phone(Column delivered, String country) {
    return call("phone", delivered, country, "");
  }

  /** A key: letters and digits in upper case. */
  public static Column identifier(Column delivered) {
    return call("identifier", delivered, "");
  }

  /** A word of a vocabulary in upper case. */
  public static Column code(Column delivered) {
    return call("code", delivered, "");
  }

  /** Free text with single blanks. */
  public static Column text(Column delivered) {
    return call("text", delivered, "");
  }

  /** A number as DECIMAL(18,4). */
  public static Column number(Column delivered) {
    return call("number", delivered);
  }

  /** Yes or no. */
  public static Column flag(Column delivered) {
    return call("flag", delivered);
  }

  /** A date by the first fitting format; without formats ISO 8601. */
  public static Column date(Column delivered, String... formats) {
    return call("date", delivered, reading(Arrays.asList(formats), FIRST_DAY, LAST_DAY).toString());
  }

  /** The type of a standardised column, as a word of SQL. */
  public static String typeOf(AttributeType type) {
    return switch (type) {
      case NAME, EMAIL, PHONE, IDENTIFIER, CODE, TEXT -> "STRING";
      case DATE -> "DATE";
      case NUMBER -> "DECIMAL(%d,%d)".formatted(DecimalNumber.PRECISION, DecimalNumber.SCALE);
      case FLAG -> "BOOLEAN";
    };
  }

  /** How a delivered column of an attribute is standardised. */
  public static Function<Column, Column> of(Attribute attribute, Surroundings surroundings) {
    Function<Column, Column> standard = plain(attribute, surroundings);
    return attribute.pattern().map(pattern -> standard.andThen(onlyIf(pattern))).orElse(standard);
  }

  /** The same, whatever pattern the attribute has. */
  private static Function<Column, Column> plain(Attribute attribute, Surroundings surroundings) {
    List<String> placeholders = placeholders(attribute, surroundings);
    return switch (attribute.type()) {
      case NAME -> words("name", placeholders, word -> Name.invoke(word, NO_WORDS));
      case EMAIL -> words("email", placeholders, word -> Email.invoke(word, NO_WORDS));
      case CODE -> words("code", placeholders, word -> Code.invoke(word, NO_WORDS));
      case TEXT -> words("text", placeholders, Standard::textOf);
      case IDENTIFIER -> words("identifier", placeholders, Standard::identifierOf);
      case PHONE -> phones(surroundings.defaultCountry(), placeholders);
      case DATE -> dates(reading(attribute, surroundings), placeholders);
      case NUMBER -> numbers(placeholders);
      case FLAG -> Standard::flag;
    };
  }

  /**
   * Whether a delivered value is there, is no placeholder, and still cannot be read: a date of
   * another format, an address that is none, a number that lacks the pattern. Types that read
   * whatever there is have none.
   */
  public static Column isUnread(Attribute attribute, Surroundings surroundings, Column delivered) {
    List<String> placeholders = placeholders(attribute, surroundings);
    Column means = words("text", placeholders, Standard::textOf).apply(delivered).isNotNull();
    Column meansAsKey =
        words("identifier", placeholders, Standard::identifierOf).apply(delivered).isNotNull();
    Column isUnread =
        switch (attribute.type()) {
          case NAME, CODE, TEXT, IDENTIFIER -> lit(false);
          case EMAIL -> email(delivered).isNull().and(means);
          case PHONE -> phone(delivered, surroundings.defaultCountry()).isNull().and(meansAsKey);
          case DATE ->
              call("date", delivered, withoutFirstDay(attribute, surroundings).toString())
                  .isNull()
                  .and(means);
          case NUMBER -> number(delivered).isNull().and(means);
          case FLAG -> flag(delivered).isNull().and(means);
        };
    if (attribute.pattern().isEmpty()) {
      return isUnread;
    }
    Column lacksPattern =
        plain(attribute, surroundings)
            .apply(delivered)
            .isNotNull()
            .and(of(attribute, surroundings).apply(delivered).isNull());
    return isUnread.or(lacksPattern);
  }

  private static List<String> placeholders(Attribute attribute, Surroundings surroundings) {
    return Stream.concat(surroundings.placeholders().stream(), attribute.placeholders().stream())
        .toList();
  }

  private static UTF8String textOf(UTF8String word) {
    return Text.invoke(word, NO_WORDS);
  }

  private static UTF8String identifierOf(UTF8String word) {
    return IdentifierText.invoke(word, NO_WORDS);
  }

  private static Function<Column, Column> words(
      String function, List<String> placeholders, Function<UTF8String, UTF8String> standard) {
    String words = standardised(placeholders, standard);
    return delivered -> call(function, delivered, words);
  }

  private static Function<Column, Column> phones(String country, List<String> placeholders) {
    UTF8String region = UTF8String.fromString(country);
    String words = standardised(placeholders, word -> Phone.invoke(word, region, NO_WORDS));
    return delivered -> call("phone", delivered, country, words);
  }

  private static DateReading reading(Attribute attribute, Surroundings surroundings) {
    return reading(
        attribute.formats(),
        attribute.notBefore().orElse(FIRST_DAY),
        attribute.notAfter().orElse(surroundings.notAfter()));
  }

  /** Days that are too early stand for dates that nobody knew: they are placeholders. */
  private static DateReading withoutFirstDay(Attribute attribute, Surroundings surroundings) {
    return reading(
        attribute.formats(), FIRST_DAY, attribute.notAfter().orElse(surroundings.notAfter()));
  }

  private static Function<Column, Column> dates(DateReading reading, List<String> placeholders) {
    List<LocalDate> nothing =
        placeholders.stream()
            .map(word -> reading.days(UTF8String.fromString(word)))
            .filter(Objects::nonNull)
            .map(LocalDate::ofEpochDay)
            .distinct()
            .toList();
    return delivered -> unlessIn(nothing, call("date", delivered, reading.toString()));
  }

  private static Function<Column, Column> numbers(List<String> placeholders) {
    List<BigDecimal> nothing =
        placeholders.stream()
            .map(word -> DecimalNumber.invoke(UTF8String.fromString(word)))
            .filter(Objects::nonNull)
            .map(number -> number.toJavaBigDecimal())
            .distinct()
            .toList();
    return delivered -> unlessIn(nothing, number(delivered));
  }

  private static Column unlessIn(List<?> nothing, Column value) {
    Column kept = value;
    for (Object placeholder : nothing) {
      kept = nullif(kept, lit(placeholder));
    }
    return kept;
  }

  /** A pattern matches as a whole, whatever alternatives it has. */
  private static Function<Column, Column> onlyIf(String pattern) {
    String whole = "^(?:" + pattern + ")$";
    return value -> when(value.rlike(whole), value);
  }

  private static DateReading reading(List<String> formats, LocalDate first, LocalDate last) {
    return new DateReading(first, last, formats.isEmpty() ? ISO : formats);
  }

  /** Placeholders are compared with standardised values, so they are standardised too. */
  private static String standardised(
      List<String> placeholders, Function<UTF8String, UTF8String> standard) {
    return placeholders.stream()
        .map(UTF8String::fromString)
        .map(standard)
        .filter(Objects::nonNull)
        .map(UTF8String::toString)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static Column call(String function, Column delivered, String... constants) {
    Column[] arguments =
        Stream.concat(Stream.of(delivered), Arrays.stream(constants).map(word -> lit(word)))
            .toArray(Column[]::new);
    return call_function(Functions.CATALOG + "." + function, arguments);
  }
}
