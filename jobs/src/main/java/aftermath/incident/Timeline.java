package aftermath.incident;

import java.time.Instant;
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
    Optional<Instant> publishedAt) {}
