package aftermath.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.junit.jupiter.api.Test;

class CheckDigitsTest {

  @Test
  void knowsTheCardThatEveryShopTestsWith() {
    assertEquals("4111111111111111", CheckDigits.card("411111111111111"));
  }

  @Test
  void knowsTheAccountThatEveryBankShows() {
    assertEquals("GB82WEST12345698765432", CheckDigits.iban("GB", "WEST12345698765432"));
  }

  @Property
  boolean cardsSatisfyLuhn(@ForAll long bits) {
    String card = UnexpectedValues.of("payment_card", bits).replace(" ", "");
    return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(card);
  }

  @Property
  boolean nearMissesDoNot(@ForAll long bits) {
    return !LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(UnexpectedValues.of("near_miss", bits));
  }

  @Property
  boolean accountsSatisfyTheirCheckDigits(@ForAll long bits) {
    String iban = UnexpectedValues.of("iban", bits).replace(" ", "");
    StringBuilder digits = new StringBuilder();
    for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
      digits.append(Character.getNumericValue(c));
    }
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1
        && IBANValidator.DEFAULT_IBAN_VALIDATOR.hasValidator(iban);
  }

  @Property
  boolean taxFileNumbersAreDivisibleByEleven(@ForAll long bits) {
    String number = CheckDigits.taxFileNumber(bits);
    int[] weights = {1, 4, 3, 7, 5, 8, 6, 9, 10};
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += weights[i] * (number.charAt(i) - '0');
    }
    return number.length() == 9 && sum % 11 == 0;
  }

  @Property
  boolean medicareNumbersCarryTheirCheckDigit(@ForAll long bits) {
    String number = CheckDigits.medicare(bits);
    int[] weights = {1, 3, 7, 9, 1, 3, 7, 9};
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += weights[i] * (number.charAt(i) - '0');
    }
    return number.length() == 10
        && number.charAt(0) >= '2'
        && number.charAt(0) <= '6'
        && sum % 10 == number.charAt(8) - '0';
  }
}
