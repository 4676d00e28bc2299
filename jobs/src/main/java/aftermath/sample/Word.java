package aftermath.sample;

import java.text.Normalizer;
import java.util.Locale;

/** A word of a list, ready to be written: as it is, and as it looks in an address. */
record Word(byte[] text, byte[] slug) {

  static Word of(String text) {
    return new Word(Bytes.of(text), Bytes.of(slug(text)));
  }

  /** Lower case without accents, spaces and signs. */
  static String slug(String text) {
    return fold(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Latin letters without their accents; other characters as they are. */
  static String fold(String text) {
    String bare =
        text.replace("đ", "d")
            .replace("Đ", "D")
            .replace("ø", "o")
            .replace("Ø", "O")
            .replace("ł", "l")
            .replace("Ł", "L")
            .replace("ß", "ss");
    return Normalizer.normalize(bare, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
