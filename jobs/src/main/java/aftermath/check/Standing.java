package aftermath.check;

/** How something stands before a run. */
public enum Standing {
  OK,
  /** A run is possible, and somebody should look at this first. */
  WARNING,
  /** A run would fail, or could read nothing of a source that has files. */
  MISSING;

  /** As people and programs read it. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
