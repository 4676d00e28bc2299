package aftermath.functions;

import org.apache.spark.unsafe.types.UTF8String;

/** What makes a value more than a dash or a question mark. */
final class Words {

  private Words() {}

  static boolean hasLetterOrDigit(UTF8String value) {
    for (int at = 0; at < value.numBytes(); at++) {
      byte letter = value.getByte(at);
      if (letter < 0) {
        // Rare enough to decode; an emoji or a sign alone is an answer of a kind, so it is kept.
        return true;
      }
      if ((letter >= '0' && letter <= '9')
          || (letter >= 'A' && letter <= 'Z')
          || (letter >= 'a' && letter <= 'z')) {
        return true;
      }
    }
    return false;
  }
}
