package aftermath.incident;

import java.util.List;
import java.util.Optional;

/** Reads {@code segments}. */
final class SegmentReader {

  private final UniqueNames names;

  SegmentReader(Mistakes mistakes) {
    this.names = new UniqueNames(mistakes);
  }

  List<Segment> read(Item segments) {
    return segments.list(item -> item.section(this::segment));
  }

  private Segment segment(Section section) {
    Item nameItem = section.required("name");
    Optional<String> name = names.note(nameItem.as(Readings::segmentName), nameItem.place());
    return new Segment(
        name.orElse(""),
        section.optional("title").text().or(() -> name).orElse(""),
        section.required("value").text().orElse(""));
  }
}
