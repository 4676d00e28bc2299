package aftermath.run;

import aftermath.intake.IntakeException;
import aftermath.intake.Listing;
import aftermath.lakehouse.WarehouseBusy;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes in deliveries as they come, run after run. Between runs the warehouse is free: others may
 * read it and may run on it too.
 */
public final class Watch {
  private final Supplier<Listing> look;
  private final Consumer<Listing> run;
  private final Consumer<String> say;

  /**
   * @param look lists what lies there now
   * @param run takes in what is new of these files
   * @param say tells people why something must be tried again
   */
  public Watch(Supplier<Listing> look, Consumer<Listing> run, Consumer<String> say) {
    this.look = look;
    this.run = run;
    this.say = say;
  }

  /**
   * Watches until told to stop. The first run takes what lies there.
   *
   * @param isStopped waits for the next look; true: there is none
   */
  public void follow(BooleanSupplier isStopped) {
    var arrivals = new Arrivals();
    do {
      looked().flatMap(arrivals::settled).filter(this::ran).ifPresent(arrivals::taken);
    } while (!isStopped.getAsBoolean());
  }

  private Optional<Listing> looked() {
    try {
      return Optional.of(look.get());
    } catch (IntakeException e) {
      say.accept(e.getMessage());
      return Optional.empty();
    }
  }

  /** False if it has to be tried again: a file was changed meanwhile, or another run is at work. */
  private boolean ran(Listing seen) {
    try {
      run.accept(seen);
      return true;
    } catch (WarehouseBusy e) {
      say.accept(e.getMessage());
      return false;
    } catch (RuntimeException e) {
      String sentence = IntakeException.behind(e).map(Throwable::getMessage).orElseThrow(() -> e);
      say.accept(sentence);
      return false;
    }
  }
}
