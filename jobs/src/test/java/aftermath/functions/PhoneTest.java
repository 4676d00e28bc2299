package aftermath.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

  @ParameterizedTest
  @CsvSource({
    "0412 345 678, +61412345678",
    "0412-345-678, +61412345678",
    "(02) 9999 1234, +61299991234",
    "+61 412 345 678, +61412345678",
    "+61 (0)412 345 678, +61412345678",
    "61412345678, +61412345678",
    "0011 64 21 123 4567, +64211234567",
    "412345678, +61412345678",
    "+1 650-253-0000, +16502530000",
    "+49 30 123456, +4930123456",
    "1300 975 707, +611300975707",
    "02 9999 1234 ext. 12, +61299991234",
    "tel:+61-412-345-678, +61412345678",
    "０４１２３４５６７８, +61412345678"
  })
  void writesNumbersInE164(String delivered, String expected) {
    assertEquals(expected, phone(delivered, "AU"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "n/a",
        "unknown",
        "0000000000",
        "9999999999",
        "12",
        "0412",
        "+",
        "?"
      })
  void isAbsentIfNobodyCouldDialIt(String delivered) {
    assertNull(phone(delivered, "AU"));
  }

  @ParameterizedTest
  @CsvSource({"NZ, 021 123 4567, +64211234567", "GB, 020 7946 0018, +442079460018"})
  void readsANumberWithoutCountryCodeAsOfTheCountry(String country, String value, String expected) {
    assertEquals(expected, phone(value, country));
  }

  @Property(tries = 20_000)
  void thePlainPathAgreesWithTheLibrary(
      @ForAll
          @CharRange(from = '0', to = '9')
          @Chars({' ', '-', '(', ')', '.'})
          @StringLength(min = 6, max = 14)
          String rest,
      @ForAll("starts") String start,
      @ForAll("countries") String country) {
    agrees(start + rest, country);
  }

  @Property(tries = 20_000)
  void thePlainPathAgreesWithTheLibraryOnNumbersOfTheCommonLength(
      @ForAll @CharRange(from = '0', to = '9') @StringLength(9) String rest,
      @ForAll("starts") String start,
      @ForAll("countries") String country) {
    agrees(start + rest, country);
  }

  @Property(tries = 20_000)
  void thePlainPathAgreesWithTheLibraryWhateverStandsBetweenTheDigits(
      @ForAll @CharRange(from = '0', to = '9') @StringLength(9) String rest,
      @ForAll List<@Chars({' ', '-', '(', ')', '.'}) @StringLength(max = 3) String> separators,
      @ForAll("starts") String start,
      @ForAll("countries") String country) {
    StringBuilder written = new StringBuilder(start);
    for (int at = 0; at < rest.length(); at++) {
      written.append(at < separators.size() ? separators.get(at) : "").append(rest.charAt(at));
    }
    agrees(written.toString(), country);
    agrees("(" + written + ")", country);
  }

  private static void agrees(String value, String country) {
    UTF8String delivered = UTF8String.fromString(value);
    UTF8String plain = PlainPhones.read(delivered, UTF8String.fromString(country));
    if (plain != null) {
      assertEquals(
          String.valueOf(Phone.parsed(delivered, UTF8String.fromString(country))),
          plain.toString(),
          value);
    }
  }

  @Property
  void standardisingTwiceChangesNothing(@ForAll String value) {
    String once = phone(value, "AU");
    assertEquals(once, phone(once, "AU"));
  }

  @Property
  void standardisingNumbersTwiceChangesNothing(
      @ForAll
          @CharRange(from = '0', to = '9')
          @Chars({' ', '-', '(', ')', '+', 'x'})
          @StringLength(min = 4, max = 20)
          String value,
      @ForAll("countries") String country) {
    String once = phone(value, country);
    assertEquals(once, phone(once, country));
  }

  @Provide
  Arbitrary<String> starts() {
    return Arbitraries.of(
        "", "0", "04", "02", "+61", "+61 4", "+610", "+64", "+642", "+44", "+447", "+1", "+1 2",
        "1", "61");
  }

  @Provide
  Arbitrary<String> countries() {
    return Arbitraries.of("AU", "NZ", "GB", "US", "DE", "SG");
  }

  private static String phone(String value, String country) {
    UTF8String number =
        Phone.invoke(
            UTF8String.fromString(value), UTF8String.fromString(country), UTF8String.EMPTY_UTF8);
    return number == null ? null : number.toString();
  }
}
