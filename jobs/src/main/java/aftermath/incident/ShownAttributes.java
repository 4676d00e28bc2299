package aftermath.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The attributes that the stolen records have; where no source is described, any. */
final class ShownAttributes {
  private final References references;
  private final Set<String> shown;

  ShownAttributes(References references, List<Source> sources) {
    this.references = references;
    this.shown =
        sources.stream()
            .filter(source -> source.role() == Role.IMPACTED_RECORDS)
            .flatMap(source -> source.columns().keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the name of one of them. */
  Optional<String> attribute(String text, Place place, Mistakes mistakes) {
    Optional<String> attribute = references.attribute().of(text, place, mistakes);
    if (attribute.isPresent() && !isShown(attribute.get())) {
      mistakes.add(Mistake.notShown(place, attribute.get()));
      return Optional.empty();
    }
    return attribute;
  }

  /** Their names; empty where no source is described. */
  Set<String> names() {
    return shown;
  }

  boolean isShown(String attribute) {
    return shown.isEmpty() || shown.contains(attribute);
  }
}
