package aftermath.incident;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code linking.matching}. */
final class MatchingReader {
  private static final int USUAL_LARGEST_BLOCK = 100;
  private static final int USUAL_REVIEW_ABOVE = 20;
  private static final double USUAL_SAME_AT = .5;

  private final References references;
  private final Mistakes mistakes;
  private final ShownAttributes shown;
  private final Path folder;

  MatchingReader(References references, Mistakes mistakes, List<Source> sources, Path folder) {
    this.folder = folder;
    this.references = references;
    this.mistakes = mistakes;
    this.shown = new ShownAttributes(references, sources);
  }

  Matching read(Section section) {
    List<SavedWeight> weights = weights(section.optional("weights"));
    List<String> compare = toCompare(section.optional("compare"), weights);
    return new Matching(
        weights,
        compare,
        pairs(section.optional("swapped"), compare),
        section.optional("household").different(item -> compared(item, compare)),
        lists(section.optional("block"), compare),
        section
            .optional("largest_block")
            .wholeNumber(2, Integer.MAX_VALUE)
            .orElse(USUAL_LARGEST_BLOCK),
        section
            .optional("review_above")
            .wholeNumber(1, Integer.MAX_VALUE)
            .orElse(USUAL_REVIEW_ABOVE),
        section.optional("same_at").share().orElse(USUAL_SAME_AT));
  }

  private List<SavedWeight> weights(Item file) {
    Optional<String> name = file.text();
    if (name.isEmpty()) {
      return List.of();
    }
    if (!Files.isRegularFile(folder.resolve(name.get()))) {
      mistakes.add(Mistake.noWeightsFile(file.place(), name.get()));
      return List.of();
    }
    try {
      return SavedWeightsFile.read(folder.resolve(name.get()), references);
    } catch (Unusable e) {
      e.mistakes.forEach(each -> mistakes.add(Mistake.inFile(file.place(), name.get(), each)));
      return List.of();
    }
  }

  /** With saved weights: what has some. */
  private List<String> toCompare(Item list, List<SavedWeight> weights) {
    if (weights.isEmpty()) {
      return list.different(this::shown);
    }
    Set<String> weighed =
        weights.stream()
            .map(SavedWeight::attribute)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!list.isPresent()) {
      List<String> both = weighed.stream().filter(shown::isShown).toList();
      if (both.isEmpty()) {
        mistakes.add(Mistake.nothingWeighed(list.place()));
      }
      return both;
    }
    return list.different(
        item -> {
          Optional<String> attribute = shown(item);
          attribute
              .filter(name -> !weighed.contains(name))
              .ifPresent(name -> mistakes.add(Mistake.notWeighed(item.place(), name)));
          return attribute;
        });
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

  private Optional<String> shown(Item item) {
    return item.as(shown::attribute);
  }

  private Optional<String> compared(Item item, List<String> compare) {
    Optional<String> attribute = shown(item);
    if (attribute.isPresent() && !compare.isEmpty() && !compare.contains(attribute.get())) {
      mistakes.add(Mistake.notCompared(item.place(), attribute.get()));
    }
    return attribute;
  }
}
