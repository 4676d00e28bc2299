package aftermath.incident;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code linking.matching}. */
final class MatchingReader {
  private static final int USUAL_LARGEST_BLOCK = 100;
  private static final int USUAL_REVIEW_ABOVE = 20;
  private static final double USUAL_SAME_AT = .5;

  private final References references;
  private final Mistakes mistakes;
  private final Collection<Attribute> attributes;
  private final ShownAttributes shown;
  private final Path folder;

  MatchingReader(
      References references,
      Mistakes mistakes,
      Collection<Attribute> attributes,
      List<Source> sources,
      Path folder) {
    this.folder = folder;
    this.references = references;
    this.mistakes = mistakes;
    this.attributes = attributes;
    this.shown = new ShownAttributes(references, sources);
  }

  Matching read(Section section) {
    Item file = section.optional("weights");
    List<SavedWeight> weights = weights(file);
    List<String> compare = toCompare(section.optional("compare"), weights, file.place());
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
      var ofFile = new Mistakes();
      List<SavedWeight> weights =
          SavedWeightsFile.read(folder.resolve(name.get()), references, ofFile);
      addInFile(file.place(), name.get(), ofFile.inOrderOfTheFile());
      return weights;
    } catch (Unusable e) {
      addInFile(file.place(), name.get(), e.mistakes);
      return List.of();
    }
  }

  private void addInFile(Place place, String name, List<Mistake> ofFile) {
    ofFile.forEach(each -> mistakes.add(Mistake.inFile(place, name, each)));
  }

  /** With saved weights: what has some, which must be all that is compared without them. */
  private List<String> toCompare(Item list, List<SavedWeight> weights, Place file) {
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
        mistakes.add(Mistake.nothingWeighed(file));
        return both;
      }
      usuallyCompared()
          .filter(name -> !weighed.contains(name))
          .forEach(name -> mistakes.add(Mistake.comparedWithoutWeights(file, name)));
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

  private Stream<String> usuallyCompared() {
    return attributes.stream()
        .filter(attribute -> attribute != null && attribute.type() != null)
        .filter(attribute -> shown.names().contains(attribute.name()))
        .filter(attribute -> !attribute.type().isSeldomTelling())
        .map(Attribute::name);
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
