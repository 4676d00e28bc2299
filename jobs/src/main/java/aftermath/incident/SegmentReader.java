package aftermath.incident;

import aftermath.incident.Segment.Level;
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
        section.required("value").text().orElse(""),
        section.optional("levels").list(item -> item.section(this::level)));
  }

  private Level level(Section section) {
    Item nameItem = section.required("name");
    Optional<String> name = names.note(nameItem.as(Readings::segmentName), nameItem.place());
    return new Level(
        name.orElse(""),
        section.optional("title").text().or(() -> name).orElse(""),
        section.required("value").text().orElse(""));
  }
}
