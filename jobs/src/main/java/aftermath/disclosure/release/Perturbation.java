package aftermath.disclosure.release;

import aftermath.disclosure.Interval;

/** What goes out in the place of numbers. */
interface Perturbation {

  /**
   * A number as its reader sees it.
   *
   * @param value null if it is left out
   * @param known what everybody who knows the method can say of the true number
   */
  record Perturbed(Long value, Interval known) {}

  Perturbed of(CellKey key, Sum sum);

  /** So wide must be what can be said of a small count from all tables together. */
  double leastWidth();
}
