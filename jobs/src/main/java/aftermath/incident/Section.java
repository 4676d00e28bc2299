package aftermath.incident;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping in the file. It remembers which keys it was asked for: those are the known ones. */
final class Section {

  private static final int LONGEST_KEY = 60;

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Place place;
  private final Mistakes mistakes;

  Section(MappingNode mapping, Place place, Mistakes mistakes) {
    this.place = place;
    this.mistakes = mistakes;
    for (NodeTuple entry : mapping.getValue()) {
      add(entry);
    }
  }

  Place place() {
    return place;
  }

  /** A key that must be there. */
  Item required(String key) {
    Item item = optional(key);
    if (!item.isPresent()) {
      mistakes.add(Mistake.missingKey(place, key));
    }
    return item;
  }

  /** A key that may be there. */
  Item optional(String key) {
    known.add(key);
    Item absent = new Item(Optional.empty(), place.key(key), mistakes);
    return items.getOrDefault(key, absent);
  }

  /** A key that is known, but would have no effect here: silence would mislead. */
  Item inapplicable(String key, String where, String reason) {
    Item item = optional(key);
    if (item.isPresent()) {
      mistakes.add(Mistake.keyDoesNotApply(item.place(), where, reason));
    }
    return none(key);
  }

  /** What this section does not have, in the place of an optional item. */
  Item none(String key) {
    return new Item(Optional.empty(), place.key(key), mistakes);
  }

  /** All entries of a mapping whose keys the author of the file chooses; at least one. */
  Map<String, Item> entries() {
    if (items.isEmpty()) {
      mistakes.add(Mistake.emptyMapping(place));
    }
    known.addAll(items.keySet());
    return items;
  }

  void hasNoOtherKeys() {
    items.forEach(
        (key, item) -> {
          if (!known.contains(key)) {
            mistakes.add(Mistake.unknownKey(item.place(), key, known));
          }
        });
  }

  private void add(NodeTuple entry) {
    Node key = entry.getKeyNode();
    if (!(key instanceof ScalarNode word)) {
      mistakes.add(Mistake.keyIsNoWord(Place.at(place.path(), key.getStartMark())));
      return;
    }
    String path = place.key(Mistake.shortened(word.getValue(), LONGEST_KEY)).path();
    Place here = Place.at(path, key.getStartMark());
    Item first = items.get(word.getValue());
    if (first != null) {
      mistakes.add(Mistake.repeatedKey(here, first.place()));
      return;
    }
    items.put(word.getValue(), new Item(Optional.of(entry.getValueNode()), here, mistakes));
  }
}
