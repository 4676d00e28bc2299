package aftermath.functions;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code phone(value, country, placeholders)}: the number in E.164 ({@code +61412345678}), or null
 * if it is none that could be dialled, as Google's libphonenumber judges by its length. A number
 * without a country code is read as of the given country. An extension is dropped: it is behind the
 * same line. Numbers of one repeated digit are placeholders.
 */
public final class Phone extends StaticFunction<UTF8String> {

  /** E.164 allows 15 digits; what is much longer holds something else. */
  private static final int LONGEST = 60;

  private static final int MOST_ROUNDS = 4;

  Phone() {
    super(
        "phone",
        DataTypes.StringType,
        DataTypes.StringType,
        DataTypes.StringType,
        DataTypes.StringType);
  }

  /** Called by Spark's generated code. */
  public static UTF8String invoke(UTF8String value, UTF8String country, UTF8String placeholders) {
    if (value == null || country == null) {
      return null;
    }
    UTF8String plain = PlainPhones.read(value, country);
    UTF8String number = plain != null ? plain : parsed(value, country);
    return Placeholders.removed(number, placeholders);
  }

  /** By libphonenumber alone; the plain path must agree with it. */
  static UTF8String parsed(UTF8String value, UTF8String country) {
    int length = value.numBytes();
    if (length < 3 || length > LONGEST || !hasDigit(value)) {
      return null;
    }
    String region = country.toString();
    String number = e164(value.toString(), region);
    // A national prefix may be left inside the first result: it is dialled again until it settles.
    for (int round = 0; number != null && round < MOST_ROUNDS; round++) {
      String again = e164(number, region);
      if (number.equals(again)) {
        return UTF8String.fromString(number);
      }
      number = again;
    }
    return null;
  }

  private static String e164(String value, String region) {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = phones.parse(value, region);
      if (!phones.isPossibleNumber(number) || isOneDigitRepeated(number)) {
        return null;
      }
      return phones.format(number, PhoneNumberFormat.E164);
    } catch (NumberParseException notANumber) {
      return null;
    }
  }

  private static boolean isOneDigitRepeated(PhoneNumber number) {
    String digits = PhoneNumberUtil.getInstance().getNationalSignificantNumber(number);
    return digits.chars().distinct().count() == 1;
  }

  private static boolean hasDigit(UTF8String value) {
    for (int at = 0; at < value.numBytes(); at++) {
      byte letter = value.getByte(at);
      // Bytes below zero belong to letters beyond ASCII, which may be digits of other scripts.
      if (letter < 0 || (letter >= '0' && letter <= '9')) {
        return true;
      }
    }
    return false;
  }
}
