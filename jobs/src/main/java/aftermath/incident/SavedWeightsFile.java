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

  private final References references;
  private final Mistakes mistakes = new Mistakes();

  private SavedWeightsFile(References references) {
    this.references = references;
  }

  /**
   * Reads it.
   *
   * @throws Unusable if anything is wrong with it: all of it at once
   */
  static List<SavedWeight> read(Path file, References references) throws Unusable {
    return new SavedWeightsFile(references).weights(IncidentFile.textOf(file));
  }

  private List<SavedWeight> weights(String text) throws Unusable {
    Node root = YamlTree.of(text).orElseThrow(() -> new Unusable(Mistake.empty()));
    var weights = new ArrayList<SavedWeight>();
    new Item(Optional.of(root), Place.at("", root.getStartMark()), mistakes)
        .section(
            file -> {
              file.entries().forEach((attribute, item) -> ofAttribute(attribute, item, weights));
              return file;
            });
    if (!mistakes.areNone()) {
      throw new Unusable(mistakes.inOrderOfTheFile());
    }
    return List.copyOf(weights);
  }

  private void ofAttribute(String attribute, Item item, List<SavedWeight> weights) {
    references.attribute().of(attribute, item.place(), mistakes);
    item.section(
        section -> {
          section.required("exact");
          section.required("different");
          section
              .entries()
              .forEach((word, shares) -> ofAgreement(attribute, word, shares, weights));
          return section;
        });
  }

  private void ofAgreement(String attribute, String word, Item item, List<SavedWeight> weights) {
    if (!AGREEMENTS.contains(word)) {
      mistakes.add(Mistake.unknownWord(item.place(), word, AGREEMENTS));
    }
    item.section(
        section -> {
          double m = section.required("m").as(Readings::portion).orElse(1.0);
          double u = section.required("u").as(Readings::portion).orElse(1.0);
          double h = section.optional("h").as(Readings::portion).orElse(u);
          weights.add(new SavedWeight(attribute, word, m, u, h));
          return section;
        });
  }
}
