package aftermath.intake;

/** What is to be done with a delivered file. */
public enum Standing {
  /** Its rows are to be taken in. */
  NEW,
  /** A delivery of the same content was taken in by an earlier run. */
  TAKEN_BEFORE,
  /** Another file of the same survey has the same content. */
  REPEATED,
  /** It cannot be used at all; its problem says why and what to do. */
  UNUSABLE
}
