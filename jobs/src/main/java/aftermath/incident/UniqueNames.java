package aftermath.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names that may be given once only. */
final class UniqueNames {

  private final Map<String, Place> first = new HashMap<>();
  private final Mistakes mistakes;

  UniqueNames(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Passes a name through, and tells if it was there before. */
  Optional<String> note(Optional<String> name, Place place) {
    name.ifPresent(
        word -> {
          Place earlier = first.putIfAbsent(word, place);
          if (earlier != null) {
            mistakes.add(Mistake.repeatedName(place, word, earlier));
          }
        });
    return name;
  }
}
