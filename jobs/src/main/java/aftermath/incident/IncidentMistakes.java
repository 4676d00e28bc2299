package aftermath.incident;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An incident file cannot be used; the message lists all that is wrong with it. */
public final class IncidentMistakes extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** More than this at once is not read by anyone; the first ones usually cause the others. */
  private static final int MOST_IN_MESSAGE = 50;

  private final transient List<Mistake> mistakes;

  IncidentMistakes(Path file, List<Mistake> mistakes) {
    super(message(file, mistakes), null, false, false);
    this.mistakes = List.copyOf(mistakes);
  }

  /** All mistakes, from the top of the file to its bottom. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  private static String message(Path file, List<Mistake> mistakes) {
    if (mistakes.size() == 1) {
      return file + ": " + mistakes.get(0).sentence();
    }
    String list =
        mistakes.stream()
            .limit(MOST_IN_MESSAGE)
            .map(mistake -> "\n  " + mistake.sentence())
            .collect(Collectors.joining());
    int others = mistakes.size() - MOST_IN_MESSAGE;
    return file
        + ": "
        + mistakes.size()
        + " mistakes"
        + list
        + (others > 0 ? "\n  … and " + others + " more." : "");
  }
}
