package aftermath.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code linking.matching}. */
final class MatchingReader {
  private static final int USUAL_LARGEST_BLOCK = 100;
  private static final double USUAL_SAME_AT = .5;

  private final References references;
  private final Mistakes mistakes;
  private final Set<String> shown;

  MatchingReader(References references, Mistakes mistakes, List<Source> sources) {
    this.references = references;
    this.mistakes = mistakes;
    this.shown =
        sources.stream()
            .filter(source -> source.role() == Role.IMPACTED_RECORDS)
            .flatMap(source -> source.columns().keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  Matching read(Section section) {
    List<String> compare = section.optional("compare").different(this::shown);
    return new Matching(
        compare,
        pairs(section.optional("swapped"), compare),
        section.optional("household").different(item -> compared(item, compare)),
        lists(section.optional("block"), compare),
        section
            .optional("largest_block")
            .wholeNumber(2, Integer.MAX_VALUE)
            .orElse(USUAL_LARGEST_BLOCK),
        section.optional("same_at").share().orElse(USUAL_SAME_AT));
  }

  private List<List<String>> pairs(Item lists, List<String> compare) {
    for (Item list : lists.items()) {
      int count = list.items().size();
      if (count > 0 && count != 2) {
        mistakes.add(Mistake.noPair(list.place(), count));
      }
    }
    return lists(lists, compare);
  }

  private List<List<String>> lists(Item lists, List<String> compare) {
    var read = new ArrayList<List<String>>();
    for (Item list : lists.items()) {
      read.add(list.different(item -> compared(item, compare)));
    }
    return List.copyOf(read);
  }

  /** An attribute that the stolen records have; without sources, any. */
  private Optional<String> shown(Item item) {
    Optional<String> attribute = item.as(references.attribute());
    if (attribute.isPresent() && !shown.isEmpty() && !shown.contains(attribute.get())) {
      mistakes.add(Mistake.notShown(item.place(), attribute.get()));
      return Optional.empty();
    }
    return attribute;
  }

  private Optional<String> compared(Item item, List<String> compare) {
    Optional<String> attribute = shown(item);
    if (attribute.isPresent() && !compare.isEmpty() && !compare.contains(attribute.get())) {
      mistakes.add(Mistake.notCompared(item.place(), attribute.get()));
    }
    return attribute;
  }
}
