package aftermath.incident;

/** What a delivered file is about: each role has one bronze table. */
public enum Role {
  IMPACTED_RECORDS,
  CUSTOMERS,
  MEMBERS,
  NOTICE_EVENTS,
  RESPONSE_EVENTS,
  LINK_DECISIONS;

  /** The bronze table's name without its layer, and the key under {@code sources:} in the file. */
  public String tableName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
