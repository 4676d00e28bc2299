package aftermath.incident;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** A file of weights that {@code aftermath save-weights} wrote: attribute, degree, m, u and h. */
final class SavedWeightsFile {
  /** The degrees of agreement, as matching calls them. */
  static final Set<String> AGREEMENTS =
      Set.of("exact", "close", "near", "far", "different", "swapped");

  /** How far shares that somebody rounded may add up to another number than 1. */
  private static final double MOST_ASTRAY = .02;

  private final References references;
  private final Mistakes mistakes;

  private SavedWeightsFile(References references, Mistakes mistakes) {
    this.references = references;
    this.mistakes = mistakes;
  }

  /**
   * Reads what can be read of it.
   *
   * @param mistakes where all is told that is wrong with it
   * @throws Unusable if nothing can be read
   */
  static List<SavedWeight> read(Path file, References references, Mistakes mistakes)
      throws Unusable {
    return new SavedWeightsFile(references, mistakes).weights(IncidentFile.textOf(file));
  }

  private List<SavedWeight> weights(String text) throws Unusable {
    Node root = YamlTree.of(text).orElseThrow(() -> new Unusable(Mistake.noWeights()));
    var weights = new ArrayList<SavedWeight>();
    new Item(Optional.of(root), Place.at("", root.getStartMark()), mistakes)
        .section(
            file -> {
              file.entries().forEach((attribute, item) -> ofAttribute(attribute, item, weights));
              return file;
            });
    return List.copyOf(weights);
  }

  private void ofAttribute(String attribute, Item item, List<SavedWeight> weights) {
    references.attribute().of(attribute, item.place(), mistakes);
    item.section(
        section -> {
          boolean hasBoth =
              section.required("exact").isPresent() & section.required("different").isPresent();
          var read = new ArrayList<SavedWeight>();
          section
              .entries()
              .forEach((word, shares) -> ofAgreement(attribute, word, shares).ifPresent(read::add));
          if (hasBoth && read.size() == section.entries().size()) {
            addUp(item.place(), read);
          }
          weights.addAll(read);
          return section;
        });
  }

  /** However a pair agrees, it agrees in one way. */
  private void addUp(Place attribute, List<SavedWeight> degrees) {
    addUp(attribute, "m", degrees.stream().mapToDouble(SavedWeight::m).sum());
    addUp(attribute, "u", degrees.stream().mapToDouble(SavedWeight::u).sum());
    if (degrees.stream().anyMatch(degree -> degree.h() != degree.u())) {
      addUp(attribute, "h", degrees.stream().mapToDouble(SavedWeight::h).sum());
    }
  }

  private void addUp(Place attribute, String share, double sum) {
    if (Math.abs(sum - 1) > MOST_ASTRAY) {
      mistakes.add(Mistake.sharesOfTooFewOrMany(attribute, share, sum));
    }
  }

  private Optional<SavedWeight> ofAgreement(String attribute, String word, Item item) {
    if (!AGREEMENTS.contains(word)) {
      mistakes.add(Mistake.unknownWord(item.place(), word, AGREEMENTS));
    }
    return item.section(section -> shares(attribute, word, section)).flatMap(weight -> weight);
  }

  /** Nothing, if one of them is mistaken: what is told already is not added up. */
  private static Optional<SavedWeight> shares(String attribute, String word, Section section) {
    Optional<Double> m = section.required("m").as(Readings::portion);
    Optional<Double> u = section.required("u").as(Readings::portion);
    Item household = section.optional("h");
    Optional<Double> h = household.isPresent() ? household.as(Readings::portion) : u;
    return m.isPresent() && u.isPresent() && h.isPresent()
        ? Optional.of(new SavedWeight(attribute, word, m.get(), u.get(), h.get()))
        : Optional.empty();
  }
}
