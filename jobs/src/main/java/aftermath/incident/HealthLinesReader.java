package aftermath.incident;

import aftermath.incident.HealthLines.Line;
import java.util.Optional;

/** Reads {@code notices.health}. */
final class HealthLinesReader {
  private final Mistakes mistakes;

  HealthLinesReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  HealthLines read(Section section) {
    HealthLines usual = HealthLines.USUAL;
    return new HealthLines(
        line(section.optional("bounce"), usual.bounce()),
        line(section.optional("complaint"), usual.complaint()));
  }

  private Line line(Item item, Line usual) {
    return item.section(section -> line(section, usual)).orElse(usual);
  }

  private Line line(Section section, Line usual) {
    Item review = section.optional("review");
    Item pause = section.optional("pause");
    Optional<Double> reviewAt = review.share();
    Optional<Double> pauseAt = pause.share();
    Line line = new Line(reviewAt.orElse(usual.review()), pauseAt.orElse(usual.pause()));
    boolean isRead = isRead(review, reviewAt) && isRead(pause, pauseAt);
    if (isRead && line.review() > line.pause()) {
      Place blamed = (review.isPresent() ? review : pause).place();
      mistakes.add(Mistake.linesInWrongOrder(blamed, line.review(), line.pause()));
    }
    return line;
  }

  /** What could not be read is a mistake of its own, and its order is not blamed. */
  private static boolean isRead(Item item, Optional<Double> value) {
    return item.isPresent() == value.isPresent();
  }
}
