package aftermath.identity;

import java.util.Locale;

/** How sure it is whose a record is. */
public enum LinkState {
  /** A rule of the ladder found exactly one known person. */
  LINKED,
  /** It looks like exactly one known person, by probability. */
  MATCHED,
  /** It shares a key with records of exactly one known person. */
  ATTACHED,
  /** It belongs to nobody whom the organisation knows; records of the same person are together. */
  UNLINKED,
  /** The evidence points to several known people; nobody was picked. */
  AMBIGUOUS;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
