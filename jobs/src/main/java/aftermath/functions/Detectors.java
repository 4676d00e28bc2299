package aftermath.functions;

import aftermath.incident.Detector;
import java.util.Arrays;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code detectors(value)}: which kinds of data a value looks like, as a mask with the bit {@code 1
 * << ordinal} of every {@link Detector}.
 *
 * <p>A check digit alone proves little: one nine-digit number in eleven passes the check of a tax
 * file number, one ten-digit number in twenty that of a Medicare card, one number in ten that of a
 * payment card if it starts like one. Member numbers, telephone numbers and time stamps would hit
 * by chance. So tax file and Medicare numbers count only in their customary grouping or near a word
 * that says what they are, and passports only near theirs. What remains is judged by its share: a
 * numeric column with hits in about those shares of its rows holds something else; a column of
 * cards hits in nearly all of them, and free text in a few with the word beside the number.
 */
public final class Detectors extends StaticFunction<Integer> {

  /** No detector needs fewer digits, other than that of passwords. */
  private static final int FEWEST_DIGITS = 6;

  private static final int LETTERS_OF_PASSPORT = 7;

  private static final byte DIGIT = 1;
  private static final byte LETTER = 2;
  private static final byte BLANK = 3;
  private static final byte SIGN = 4;

  /** Classes of the bytes: one look-up a byte decides whether to look closer. */
  private static final byte[] CLASSES = classes();

  Detectors() {
    super("detectors", DataTypes.IntegerType, DataTypes.StringType);
  }

  @Override
  public boolean isResultNullable() {
    return false;
  }

  /** Called by Spark's generated code. */
  public static int invoke(UTF8String value) {
    return value == null ? 0 : found(value);
  }

  /** The bit of a detector in a mask. */
  public static int bit(Detector detector) {
    return 1 << detector.ordinal();
  }

  /** The mask of the detectors that recognise something in the value. */
  public static int found(UTF8String value) {
    int length = value.numBytes();
    int digits = 0;
    int letters = 0;
    int blanks = 0;
    int signs = 0;
    for (int at = 0; at < length; at++) {
      switch (CLASSES[value.getByte(at) & 0xFF]) {
        case DIGIT -> digits++;
        case LETTER -> letters++;
        case BLANK -> blanks++;
        case SIGN -> signs++;
        default -> {}
      }
    }
    boolean mayHoldNumber =
        digits >= TaxFileNumbers.DIGITS
            && (letters > 2 || blanks > 1 || digits >= PaymentCards.SHORTEST);
    boolean mayHoldPassport = digits >= FEWEST_DIGITS && letters > LETTERS_OF_PASSPORT;
    return mayHoldNumber || mayHoldPassport || signs > 0
        ? lookedAt(value.getBytes(), digits, letters, blanks, signs)
        : 0;
  }

  private static int lookedAt(byte[] text, int digits, int letters, int blanks, int signs) {
    int mask = 0;
    if (digits >= PaymentCards.SHORTEST && PaymentCards.isIn(text)) {
      mask |= bit(Detector.PAYMENT_CARD);
    }
    if (digits >= Ibans.FEWEST_DIGITS && letters >= 2 && Ibans.isIn(text)) {
      mask |= bit(Detector.IBAN);
    }
    if (digits >= TaxFileNumbers.DIGITS
        && (letters > 2 || blanks > 1)
        && TaxFileNumbers.isIn(text)) {
      mask |= bit(Detector.TAX_FILE_NUMBER);
    }
    if (digits >= MedicareNumbers.DIGITS
        && (letters > 2 || blanks > 1)
        && MedicareNumbers.isIn(text)) {
      mask |= bit(Detector.MEDICARE_NUMBER);
    }
    if ((digits >= FEWEST_DIGITS && letters > LETTERS_OF_PASSPORT || signs > 1)
        && Passports.isIn(text)) {
      mask |= bit(Detector.PASSPORT);
    }
    if (signs > 0 && Passwords.isIn(text)) {
      mask |= bit(Detector.PASSWORD);
    }
    return mask;
  }

  private static byte[] classes() {
    byte[] classes = new byte[256];
    Arrays.fill(classes, '0', '9' + 1, DIGIT);
    Arrays.fill(classes, 'A', 'Z' + 1, LETTER);
    Arrays.fill(classes, 'a', 'z' + 1, LETTER);
    classes[' '] = BLANK;
    classes['-'] = BLANK;
    classes['/'] = BLANK;
    for (char sign : "$:={<".toCharArray()) {
      classes[sign] = SIGN;
    }
    return classes;
  }
}
