package aftermath.run;

import aftermath.intake.Listing;
import java.util.Optional;

/**
 * Says which files have arrived: those that have lain unchanged from one look to the next. Half of
 * a file that is still being copied is thus not taken for a delivery, and others need not wait for
 * it.
 */
final class Arrivals {
  private Optional<Listing> before = Optional.empty();
  private Optional<Listing> taken = Optional.empty();

  /** The files that a run is to look at; empty if none of them is new to it. */
  Optional<Listing> settled(Listing now) {
    Optional<Listing> lying = before.map(now::unchangedSince);
    before = Optional.of(now);
    return lying.filter(files -> taken.isEmpty() || files.newerThan(taken.get()) > 0);
  }

  /** These files have been seen by a run. */
  void taken(Listing seen) {
    taken = Optional.of(seen);
  }
}
