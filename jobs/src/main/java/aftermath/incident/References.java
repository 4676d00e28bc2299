package aftermath.incident;

import aftermath.incident.Item.Reading;
import aftermath.incident.NoticePolicy.Channel;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that parts of the file call each other by. */
record References(Set<String> attributes, Set<String> channels) {

  /** Without any attributes, which is a mistake of its own, no reference to one is blamed. */
  Reading<String> attribute() {
    if (attributes.isEmpty()) {
      return (text, place, mistakes) -> Optional.of(text);
    }
    return Readings.nameOf("attribute", "attributes", attributes);
  }

  Reading<String> channel() {
    return Readings.nameOf("channel", "notices.channels", channels);
  }

  References withChannelsOf(NoticePolicy policy) {
    return new References(
        attributes,
        policy.channels().stream()
            .map(Channel::name)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
