package aftermath.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file, so that all of it is reported at once. */
final class Mistakes {

  private final List<Mistake> mistakes = new ArrayList<>();

  void add(Mistake mistake) {
    mistakes.add(mistake);
  }

  boolean areNone() {
    return mistakes.isEmpty();
  }

  /** From the top of the file to its bottom; a value that is shared by an alias is told once. */
  List<Mistake> inOrderOfTheFile() {
    return mistakes.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
        .toList();
  }
}
