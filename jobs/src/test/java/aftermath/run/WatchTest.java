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

  private static final Listing WITH_C =
      new Listing(
          Map.of("a.csv", new Stamp(20, 2), "b.csv", new Stamp(9, 5), "c.csv", new Stamp(1, 4)));
  private static final Listing WHOLE_AND_C =
      new Listing(
          Map.of("a.csv", new Stamp(20, 2), "b.csv", new Stamp(7, 4), "c.csv", new Stamp(1, 4)));

  private final List<String> runs = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  @Test
  void whatLiesThereIsTakenFirstAndNothingWhileNothingComes() {
    follow(WHOLE, WHOLE, WHOLE, WHOLE);
    assertEquals(List.of("[a.csv]"), runs);
  }

  @Test
  void aFileIsTakenWhenItHasLainUnchangedFromOneLookToTheNext() {
    follow(NOTHING, NOTHING, HALF, WHOLE, WHOLE, WHOLE);
    assertEquals(List.of("[]", "[a.csv]"), runs);
  }

  @Test
  void aFileThatIsStillBeingCopiedDoesNotHoldUpOthers() {
    Listing growing = new Listing(Map.of("a.csv", new Stamp(20, 2), "b.csv", new Stamp(3, 2)));
    follow(WHOLE, WHOLE, growing, TWO, WHOLE_AND_C, WITH_C, WITH_C);
    assertEquals(List.of("[a.csv]", "[a.csv, c.csv]", "[a.csv, b.csv, c.csv]"), runs);
  }

  @Test
  void eachFileIsTakenOnce() {
    follow(WHOLE, WHOLE, WHOLE, TWO, TWO, TWO);
    assertEquals(List.of("[a.csv]", "[a.csv, b.csv]"), runs);
  }

  @Test
  void aFileThatChangesWhileItIsReadIsTriedAgain() {
    Deque<RuntimeException> failures = new ArrayDeque<>();
    failures.add(new IllegalStateException(new Changed()));
    var looks = new ArrayDeque<>(List.of(WHOLE, WHOLE, WHOLE, WHOLE));
    new Watch(
            looks::remove,
            files -> {
              record(files);
              if (!failures.isEmpty()) {
                throw failures.remove();
              }
            },
            said::add)
        .follow(looks::isEmpty);
    assertEquals(List.of("[a.csv]", "[a.csv]"), runs);
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
            this::record,
            said::add)
        .follow(looks::isEmpty);
    assertEquals(List.of("[a.csv]"), runs);
    assertEquals(List.of("a.csv changed"), said);
  }

  @Test
  void anyOtherFailureEndsIt() {
    var looks = new ArrayDeque<>(List.of(WHOLE, WHOLE, WHOLE));
    var watch =
        new Watch(
            looks::remove,
            files -> {
              throw new IllegalStateException("out of memory");
            },
            said::add);
    assertThrows(IllegalStateException.class, () -> watch.follow(looks::isEmpty));
  }

  private void follow(Listing... listings) {
    var looks = new ArrayDeque<>(List.of(listings));
    new Watch(looks::remove, this::record, said::add).follow(looks::isEmpty);
  }

  private void record(Listing files) {
    runs.add(files.files().keySet().stream().sorted().toList().toString());
  }

  private static final class Changed extends IntakeException {
    private static final long serialVersionUID = 1L;

    Changed() {
      super("a.csv changed");
    }
  }
}
