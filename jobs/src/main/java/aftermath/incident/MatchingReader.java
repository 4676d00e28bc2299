package aftermath.incident;

import java.util.List;

/** Reads {@code linking.matching}. */
final class MatchingReader {
  private static final int USUAL_LARGEST_BLOCK = 100;
  private static final double USUAL_SAME_AT = .5;

  private final References references;

  MatchingReader(References references) {
    this.references = references;
  }

  Matching read(Section section) {
    return new Matching(
        section.optional("compare").different(item -> item.as(references.attribute())),
        lists(section.optional("swapped")),
        lists(section.optional("block")),
        section
            .optional("largest_block")
            .wholeNumber(2, Integer.MAX_VALUE)
            .orElse(USUAL_LARGEST_BLOCK),
        section.optional("same_at").share().orElse(USUAL_SAME_AT));
  }

  private List<List<String>> lists(Item lists) {
    return lists.items().stream()
        .map(list -> list.different(item -> item.as(references.attribute())))
        .toList();
  }
}
