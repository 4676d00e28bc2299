package aftermath.incident;

/** How a delivered value is standardised, and the type it has in silver. */
public enum AttributeType {
  /** A person's name: trimmed, white space folded, upper case, accents kept. */
  NAME,
  /** An e-mail address: trimmed, lower case, one {@code @}. */
  EMAIL,
  /** A telephone number: E.164. */
  PHONE,
  /** A calendar date. */
  DATE,
  /** A key given by an organisation: letters and digits only, upper case. */
  IDENTIFIER,
  /** A word of a closed vocabulary: trimmed, upper case. */
  CODE,
  /** Free text: trimmed. */
  TEXT,
  /** A number, possibly with decimals and thousands separators. */
  NUMBER,
  /** Yes or no. */
  FLAG;

  /** Whether strangers often have the same value, so that comparing it tells little. */
  public boolean isSeldomTelling() {
    return this == NUMBER || this == FLAG;
  }
}
