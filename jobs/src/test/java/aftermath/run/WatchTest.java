package aftermath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aftermath.intake.IntakeException;
import aftermath.intake.Listing;
import aftermath.intake.Listing.Stamp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a delivery is taken in by a program that waits for deliveries. */
class WatchTest {
  private static final Listing NOTHING = new Listing(Map.of());
  private static final Listing HALF = new Listing(Map.of("a.csv", new Stamp(10, 1)));
  private static final Listing WHOLE = new Listing(Map.of("a.csv", new Stamp(20, 2)));
  private static final Listing TWO =
      new Listing(Map.of("a.csv", new Stamp(20, 2), "b.csv", new Stamp(5, 3)));

  private final List<String> runs = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  @Test
  void nothingIsRunWhileNothingComes() {
    follow(WHOLE, () -> runs.add("run"), WHOLE, WHOLE, WHOLE);
    assertEquals(List.of(), runs);
  }

  @Test
  void aFileIsTakenWhenItHasLainUnchangedFromOneLookToTheNext() {
    follow(NOTHING, () -> runs.add("run"), HALF, WHOLE, WHOLE, WHOLE);
    assertEquals(List.of("run"), runs);
  }

  @Test
  void eachSettledListingIsRunOnce() {
    follow(NOTHING, () -> runs.add("run"), WHOLE, WHOLE, WHOLE, TWO, TWO, TWO);
    assertEquals(List.of("run", "run"), runs);
  }

  @Test
  void whatComesWhileARunIsAtWorkIsTakenByTheNext() {
    var looks = new ArrayDeque<>(List.of(HALF, HALF, TWO, TWO, TWO));
    new Watch(looks::remove, () -> runs.add("with " + looks.size() + " looks to come"), said::add)
        .follow(NOTHING, looks::isEmpty);
    assertEquals(List.of("with 3 looks to come", "with 1 looks to come"), runs);
  }

  @Test
  void aFileThatChangesWhileItIsReadIsTriedAgain() {
    Deque<RuntimeException> failures = new ArrayDeque<>();
    failures.add(new IllegalStateException(new Changed()));
    follow(
        NOTHING,
        () -> {
          runs.add("run");
          if (!failures.isEmpty()) {
            throw failures.remove();
          }
        },
        WHOLE,
        WHOLE,
        WHOLE,
        WHOLE);
    assertEquals(List.of("run", "run"), runs);
    assertEquals(List.of("a.csv changed"), said);
  }

  @Test
  void aFolderThatCannotBeListedIsSaidAndLookedAtAgain() {
    var looks = new ArrayDeque<>(List.of(1, 2, 3, 4));
    new Watch(
            () -> {
              if (looks.remove() == 1) {
                throw new Changed();
              }
              return WHOLE;
            },
            () -> runs.add("run"),
            said::add)
        .follow(NOTHING, looks::isEmpty);
    assertEquals(List.of("run"), runs);
    assertEquals(List.of("a.csv changed"), said);
  }

  @Test
  void anyOtherFailureEndsIt() {
    Runnable failing =
        () -> {
          throw new IllegalStateException("out of memory");
        };
    assertThrows(IllegalStateException.class, () -> follow(NOTHING, failing, WHOLE, WHOLE, WHOLE));
  }

  private void follow(Listing first, Runnable run, Listing... listings) {
    var looks = new ArrayDeque<>(List.of(listings));
    new Watch(looks::remove, run, said::add).follow(first, looks::isEmpty);
  }

  private static final class Changed extends IntakeException {
    private static final long serialVersionUID = 1L;

    Changed() {
      super("a.csv changed");
    }
  }
}
