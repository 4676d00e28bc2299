package aftermath.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Detector;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.commons.validator.routines.CreditCardValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Example numbers are those that schemes, banks and agencies publish for tests. */
class DetectorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4111111111111111 | PAYMENT_CARD",
        "4111 1111 1111 1111 | PAYMENT_CARD",
        "card 4111-1111-1111-1111 12/27 | PAYMENT_CARD",
        "378282246310005 | PAYMENT_CARD",
        "3782 822463 10005 | PAYMENT_CARD",
        "5555555555554444. | PAYMENT_CARD",
        "2223003122003222 | PAYMENT_CARD",
        "6011111111111117 | PAYMENT_CARD",
        "30569309025904 | PAYMENT_CARD",
        "3530111333300000 | PAYMENT_CARD",
        "GB82 WEST 1234 5698 7654 32 | IBAN",
        "GB82WEST12345698765432 | IBAN",
        "pay to DE89 3704 0044 0532 0130 00 please | IBAN",
        "NO9386011117947 | IBAN",
        "MT84MALT011000012345MTLCAST001S | IBAN",
        "123 456 782 | TAX_FILE_NUMBER",
        "TFN: 123456782 | TAX_FILE_NUMBER",
        "his tax file number is 123456782 | TAX_FILE_NUMBER",
        "2123 45670 1 | MEDICARE_NUMBER",
        "2123 45670 1/1 | MEDICARE_NUMBER",
        "medicare 2123456701 | MEDICARE_NUMBER",
        "Passport N1234567 | PASSPORT",
        "passport no. 123456789 | PASSPORT",
        "RA0123456 (passport) | PASSPORT",
        "P<AUSCITIZEN<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<< | PASSPORT",
        "password: hunter22 | PASSWORD",
        "pwd=S3cret! | PASSWORD",
        "{\"passwd\": \"abcd\"} | PASSWORD",
        "PIN: 1234 | PASSWORD",
        "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy | PASSWORD",
        "{SSHA}DkMTwBl+a/3DQTxCYEApdUtNXGgdUac3 | PASSWORD",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$RdescudvJCsgt3ub+b5dWRWJTmaaqw | PASSWORD"
      })
  void recogniseWhatTheyAreFor(String value, Detector expected) {
    assertEquals(Set.of(expected), found(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Anna",
        "4111111111111112",
        "41111111111111110000000",
        "x4111111111111111",
        "0.4111111111111111",
        "123456782",
        "412345678",
        "+61412345678",
        "0412 345 678",
        "2123456701",
        "123 456 789",
        "GB82WEST12345698765433",
        "GB82WEST1234569876543",
        "1987-03-02",
        "1987-03-02T00:00:00Z",
        "2025-06-30 14:00:00",
        "passport office",
        "he lost his passport in 2019",
        "N1234567",
        "password: reset",
        "password:",
        "Password: ********",
        "pin: lost",
        "opinion: 12345",
        "$1,234.50",
        "a <b@c.de>",
        "https://example.com/?id=12345678",
        "P<0.05",
        "0000 0000 0000 0000",
        "550e8400-e29b-41d4-a716-446655440000",
        "1719700000000",
        "{note}"
      })
  void ignoreWhatOnlyResemblesIt(String value) {
    assertEquals(Set.of(), found(value));
  }

  @Property
  void aCardWithOneDigitChangedIsNone(
      @ForAll("cards") String card,
      @ForAll @IntRange(max = 15) int place,
      @ForAll @IntRange(min = 1, max = 9) int shift) {
    char[] digits = card.toCharArray();
    digits[place] = (char) ('0' + (digits[place] - '0' + shift) % 10);

    assertTrue(found(card).contains(Detector.PAYMENT_CARD));
    assertFalse(found(new String(digits)).contains(Detector.PAYMENT_CARD));
  }

  @Property
  void aTaxFileNumberWithOneDigitChangedIsNone(
      @ForAll @IntRange(max = 8) int place, @ForAll @IntRange(min = 1, max = 9) int shift) {
    char[] digits = "123456782".toCharArray();
    digits[place] = (char) ('0' + (digits[place] - '0' + shift) % 10);

    assertFalse(found("tfn " + new String(digits)).contains(Detector.TAX_FILE_NUMBER));
  }

  @Property(tries = 20_000)
  void everyCardOfCommonsValidatorIsFound(
      @ForAll("starts") String start,
      @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 9, max = 17) String rest) {
    String number = start + rest;
    long schemes =
        CreditCardValidator.AMEX
            + CreditCardValidator.DINERS
            + CreditCardValidator.DISCOVER
            + CreditCardValidator.MASTERCARD
            + CreditCardValidator.VISA;
    if (new CreditCardValidator(schemes).isValid(number)) {
      assertTrue(found(number).contains(Detector.PAYMENT_CARD), number);
    }
  }

  @Property
  void proseHoldsNothing(
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 200) String letters,
      @ForAll @IntRange(max = 99999) int number) {
    assertEquals(Set.of(), found(letters.replace('e', ' ') + " " + number));
  }

  @Property
  void noTextBreaksThem(@ForAll String text) {
    found(text);
    found(text + "P<passport pwd=$2a${4");
  }

  @Provide
  Arbitrary<String> starts() {
    return Arbitraries.of(
        "4", "51", "55", "2221", "2720", "34", "37", "36", "305", "6011", "65", "644");
  }

  @Provide
  Arbitrary<String> cards() {
    return Arbitraries.strings()
        .numeric()
        .ofLength(13)
        .flatMap(
            digits ->
                Arbitraries.of(List.of("41", "52", "65"))
                    .map(start -> withCheckDigit(start + digits)));
  }

  private static String withCheckDigit(String digits) {
    for (char check = '0'; check <= '9'; check++) {
      if (LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits + check)) {
        return digits + check;
      }
    }
    throw new AssertionError(digits);
  }

  private static Set<Detector> found(String value) {
    int mask = Detectors.found(UTF8String.fromString(value));
    EnumSet<Detector> found = EnumSet.noneOf(Detector.class);
    for (Detector detector : Detector.values()) {
      if ((mask & Detectors.bit(detector)) != 0) {
        found.add(detector);
      }
    }
    return found;
  }
}
