package aftermath.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When things happened. Every deadline is counted from one of these moments.
 *
 * @param awareAt when the organisation became aware; the only moment that must be known
 */
public record Timeline(
    Optional<Instant> occurredFrom,
    Optional<Instant> occurredUntil,
    Optional<Instant> detectedAt,
    Instant awareAt,
    Optional<Instant> containedAt,
    Optional<Instant> assessedAt,
    Optional<Instant> publishedAt) {

  private static final List<String> MOMENTS =
      List.of(
          "occurred_from",
          "occurred_until",
          "detected_at",
          "aware_at",
          "contained_at",
          "assessed_at",
          "published_at");

  /** The names of the moments, as the file and its deadlines use them. */
  public static List<String> moments() {
    return MOMENTS;
  }

  /** A moment by its name in the file, for example {@code aware_at}; absent if not known. */
  public Optional<Instant> moment(String name) {
    return switch (name) {
      case "occurred_from" -> occurredFrom;
      case "occurred_until" -> occurredUntil;
      case "detected_at" -> detectedAt;
      case "aware_at" -> Optional.of(awareAt);
      case "contained_at" -> containedAt;
      case "assessed_at" -> assessedAt;
      case "published_at" -> publishedAt;
      default -> throw new IllegalArgumentException("A timeline has no moment " + name + ".");
    };
  }
}
