package aftermath.disclosure;

/** What may be done with a cell, before complementary suppression is chosen. */
public enum CellStatus {
  /** Sensitive by a rule: its value is left out. */
  PRIMARY,
  /** May be left out to protect others. */
  SUPPRESSIBLE,
  /** Must be published, or has been. */
  PUBLISHED,
  /** Stands in no table, but follows from what does: a difference, or the rest of a total. */
  IN_NO_TABLE
}
