package aftermath.incident;

import aftermath.incident.NoticePolicy.Addressee;
import aftermath.incident.NoticePolicy.Channel;
import aftermath.incident.NoticePolicy.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code notices}. */
final class NoticePolicyReader {

  static final NoticePolicy USUAL =
      new NoticePolicy("true", List.of(), List.of(), List.of(), HealthLines.USUAL);

  private final References references;
  private final Set<String> givenMoments;
  private final Mistakes mistakes;

  /**
   * @param givenMoments the moments that the timeline gives
   */
  NoticePolicyReader(References references, Set<String> givenMoments, Mistakes mistakes) {
    this.references = references;
    this.givenMoments = givenMoments;
    this.mistakes = mistakes;
  }

  NoticePolicy read(Section section) {
    UniqueNames addressees = new UniqueNames(mistakes);
    UniqueNames channels = new UniqueNames(mistakes);
    UniqueNames deadlines = new UniqueNames(mistakes);
    HealthLinesReader lines = new HealthLinesReader(mistakes);
    return new NoticePolicy(
        section.optional("who").text().orElse(USUAL.who()),
        section.optional("addressees").list(item -> item.section(it -> addressee(it, addressees))),
        section.optional("channels").list(item -> item.section(it -> channel(it, channels))),
        section.optional("deadlines").list(item -> item.section(it -> deadline(it, deadlines))),
        section.optional("health").section(lines::read).orElse(USUAL.health()));
  }

  private static Addressee addressee(Section section, UniqueNames names) {
    Item name = section.required("name");
    return new Addressee(
        names.note(name.as(Readings::plainName), name.place()).orElse(""),
        section.required("of").text().orElse(""),
        section.optional("told").truth().orElse(true));
  }

  private Channel channel(Section section, UniqueNames names) {
    Item name = section.required("name");
    return new Channel(
        names.note(name.as(Readings::plainName), name.place()).orElse(""),
        section.required("address").as(references.attribute()).orElse(""),
        section.optional("presumed_delivered_after_days").wholeNumber(0, 3650).orElse(0));
  }

  private Deadline deadline(Section section, UniqueNames names) {
    Item name = section.required("name");
    Item after = section.required("after");
    Optional<String> moment = after.oneOf(Timeline.moments());
    // Without any moment, which is a mistake of its own, no deadline is blamed.
    if (moment.isPresent() && !givenMoments.isEmpty() && !givenMoments.contains(moment.get())) {
      mistakes.add(Mistake.momentNotGiven(after.place(), moment.get(), givenMoments));
    }
    return new Deadline(
        names.note(name.text(), name.place()).orElse(""),
        moment.orElse(""),
        section.required("within").as(Readings::duration).orElse(""));
  }
}
