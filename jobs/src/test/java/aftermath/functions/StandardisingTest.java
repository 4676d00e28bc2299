package aftermath.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardisingTest {

  private static final UTF8String EXTRA = UTF8String.fromString("NOBODY\nNO ONE@X.ORG\nno@x.org");
  private static final String DATES =
      new DateReading(
              LocalDate.of(1901, 1, 1),
              LocalDate.of(2025, 6, 30),
              List.of("yyyy-MM-dd", "dd/MM/yyyy", "dd.MM.yy", "d MMM yyyy"))
          .toString();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  Anna   Maria | ANNA MARIA",
        "Mr John Smith | JOHN SMITH",
        "DR. PROF. Who | WHO",
        "Mr | MR",
        "Mr. | MR",
        "Drake | DRAKE",
        "o’Brien | O'BRIEN",
        "Groß | GROSS",
        "istanbul | ISTANBUL",
        "Jean‐Luc | JEAN-LUC",
        "Jose\u0301 | JOSÉ",
        "\u00A0Li\u200B | LI",
        "*Smith, | SMITH",
        "(Bob) | BOB",
        "Null | NULL",
        "Na | NA",
        "None | NONE",
        "Test | TEST",
        "X | X",
        "3rd | 3RD"
      })
  void namesAreWrittenAlike(String delivered, String expected) {
    assertEquals(expected, name(delivered));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "?",
        "n/a",
        "N.A.",
        "unknown",
        "Mr Unknown",
        "tba",
        "xxxx",
        "123",
        "nobody"
      })
  void namesThatMeanNothingAreAbsent(String delivered) {
    assertNull(name(delivered));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " Anna@Example.COM | anna@example.com",
        "mailto:a@b.co | a@b.co",
        "Anna <A@b.co> | a@b.co",
        "a.b+c@d.co | a.b+c@d.co",
        "jörg@MÜNCHEN.de | jörg@münchen.de"
      })
  void addressesAreWrittenAlike(String delivered, String expected) {
    assertEquals(expected, email(delivered));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "n/a",
        "a@b",
        "@b.co",
        "a@",
        "a@@b.co",
        "a@b@c.co",
        "a b@c.co",
        "a@.co",
        "a@b.",
        "a@b..co",
        "a@b.co, c@d.co",
        "No@X.org"
      })
  void whatIsNoAddressIsAbsent(String delivered) {
    assertNull(email(delivered));
  }

  @ParameterizedTest
  @CsvSource({"ab-12 3, AB123", "007, 007", "１２３, 123", "2222, 2222", "44444, 44444", "é1, É1"})
  void keysAreLettersAndDigits(String delivered, String expected) {
    assertEquals(expected, identifier(delivered));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "0", "0000", "9999999", "n/a", "NULL", "not known", "xxx"})
  void keysThatMeanNothingAreAbsent(String delivered) {
    assertNull(identifier(delivered));
  }

  @ParameterizedTest
  @CsvSource({"' gold ', GOLD", "NA, NA", "none, NONE"})
  void codesAreInUpperCase(String delivered, String expected) {
    assertEquals(expected, string(Code.invoke(utf8(delivered), EXTRA)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--", "null", "Unknown", "nobody"})
  void textThatMeansNothingIsAbsent(String delivered) {
    assertNull(Text.invoke(utf8(delivered), EXTRA));
    assertNull(Code.invoke(utf8(delivered), EXTRA));
  }

  @ParameterizedTest
  @CsvSource({
    "1987-03-02, 1987-03-02",
    "02/03/1987, 1987-03-02",
    "1987-03-02T00:00:00, 1987-03-02",
    "1987-03-02 00:00:00.000Z, 1987-03-02",
    "02.03.87, 1987-03-02",
    "02.03.24, 2024-03-02",
    "02.03.26, 1926-03-02",
    "2 mar 1987, 1987-03-02",
    "2000-02-29, 2000-02-29"
  })
  void datesAreReadByTheFirstFittingFormat(String delivered, LocalDate expected) {
    assertEquals((int) expected.toEpochDay(), date(delivered));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "n/a",
        "1987-02-30",
        "1900-02-29",
        "0000-00-00",
        "1900-12-31",
        "2025-07-01",
        "9999-12-31",
        "31/04/1987",
        "1987-3-2",
        "1987-03-02Tx",
        "1987-03-02Monday at 5"
      })
  void datesThatAreNoneOrAbsurdAreAbsent(String delivered) {
    assertNull(date(delivered));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | 12.0000",
        "1,234 | 1234.0000",
        "1,234,567.89 | 1234567.8900",
        "1.234.567,89 | 1234567.8900",
        "1 234,5 | 1234.5000",
        "1.234 | 1.2340",
        "(12.50) | -12.5000",
        "-3 | -3.0000",
        "$ 5 | 5.0000",
        "5 € | 5.0000",
        "AUD 1'000 | 1000.0000",
        ".5 | 0.5000",
        "0.00005 | 0.0001",
        "00012 | 12.0000",
        "99999999999999 | 99999999999999.0000"
      })
  void numbersAreReadWithTheirSeparators(String delivered, String expected) {
    assertEquals(expected, number(delivered));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "n/a",
        "1,23,4",
        "1-2",
        "(-1)",
        "1E5",
        "12 apples",
        "100000000000000",
        "1.2.3"
      })
  void whatIsNoNumberIsAbsent(String delivered) {
    assertNull(number(delivered));
  }

  @ParameterizedTest
  @CsvSource({
    "Y, true",
    "' yes', true",
    "1, true",
    "ja, true",
    "x, true",
    "N, false",
    "0, false",
    "maybe,",
    "'',"
  })
  void flagsAreYesNoOrAbsent(String delivered, Boolean expected) {
    assertEquals(expected, Flag.invoke(utf8(delivered)));
  }

  @Property(tries = 3000)
  void standardisingAnyTextTwiceChangesNothing(@ForAll String value) {
    isIdempotent(value);
  }

  @Property(tries = 5000)
  void standardisingTrickyTextTwiceChangesNothing(
      @ForAll
          @Chars({
            'M', 'r', 's', 'D', '.', ' ', '\u00A0', 'ß', 'ı', 'İ', 'ŉ', 'ǰ', '\u0345', '\u0301',
            '’', '-', '<', '>', '@', 'x', 'n', '/', 'a', '0', '1', '(', ')', ':', 'ﬁ', 'Ａ',
            '\u200B', ','
          })
          @StringLength(max = 12)
          String value) {
    isIdempotent(value);
  }

  private static void isIdempotent(String value) {
    isIdempotent(value, StandardisingTest::name);
    isIdempotent(value, StandardisingTest::email);
    isIdempotent(value, StandardisingTest::identifier);
    isIdempotent(value, StandardisingTest::number);
    isIdempotent(value, text -> string(Code.invoke(utf8(text), EXTRA)));
    isIdempotent(value, text -> string(Text.invoke(utf8(text), EXTRA)));
    Flag.invoke(utf8(value));
    date(value);
  }

  private static void isIdempotent(String value, UnaryOperator<String> standard) {
    String once = standard.apply(value);
    if (once != null) {
      assertEquals(once, standard.apply(once), value);
    }
  }

  @Property(tries = 20_000)
  void thePlainPathOfDatesAgreesWithJavaTime(
      @ForAll @Chars({'0', '1', '2', '3', '9', '-', '/'}) @StringLength(min = 8, max = 10)
          String value) {
    agreesWithJavaTime(value);
  }

  @Property(tries = 5000)
  void thePlainPathOfDatesAgreesWithJavaTimeOnNumbersOfTheRightShape(
      @ForAll @IntRange(max = 9999) int year,
      @ForAll @IntRange(max = 14) int month,
      @ForAll @IntRange(max = 33) int day) {
    agreesWithJavaTime("%04d-%02d-%02d".formatted(year, month, day));
    agreesWithJavaTime("%02d/%02d/%04d".formatted(day, month, year));
    agreesWithJavaTime("%04d%02d%02d".formatted(year, month, day));
  }

  private static void agreesWithJavaTime(String value) {
    for (String pattern : new String[] {"yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "yyyyMMdd"}) {
      DateFormat format = DateFormat.of(pattern, 2025);
      assertEquals(format.parsed(value), format.days(utf8(value), 0, value.length()), pattern);
    }
  }

  private static String name(String value) {
    return string(Name.invoke(utf8(value), EXTRA));
  }

  private static String email(String value) {
    return string(Email.invoke(utf8(value), EXTRA));
  }

  private static String identifier(String value) {
    return string(IdentifierText.invoke(utf8(value), EXTRA));
  }

  private static Integer date(String value) {
    return CalendarDate.invoke(utf8(value), utf8(DATES));
  }

  private static String number(String value) {
    Decimal number = DecimalNumber.invoke(utf8(value));
    return number == null ? null : number.toString();
  }

  private static UTF8String utf8(String value) {
    return UTF8String.fromString(value);
  }

  private static String string(UTF8String value) {
    return value == null ? null : value.toString();
  }
}
