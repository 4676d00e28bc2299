package aftermath.incident;

import java.util.Locale;

/** Kinds of data that can be recognised by their look and their check digits. */
public enum Detector {
  PAYMENT_CARD,
  IBAN,
  TAX_FILE_NUMBER,
  MEDICARE_NUMBER,
  PASSPORT,
  PASSWORD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
