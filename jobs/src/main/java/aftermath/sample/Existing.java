package aftermath.sample;

/** What to do with files that are already where the generated ones are to go. */
public enum Existing {
  /** Nothing is written into a folder that is not empty. */
  REFUSE,
  /** Files that an earlier generation of the same profile left are deleted first; others stay. */
  REPLACE
}
