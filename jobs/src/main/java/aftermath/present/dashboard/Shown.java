package aftermath.present.dashboard;

/** A page that may grow old. */
public interface Shown {

  /** Another text whenever the page would be another one. Reads no rows, and may be asked often. */
  String stamp();

  /** The page as it is now. */
  String page();
}
