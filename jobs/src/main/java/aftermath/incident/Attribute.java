package aftermath.incident;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that may be known of a person, and how a delivered value of it is standardised.
 *
 * @param name lower case with underscores; the column's name in silver
 * @param formats of dates, tried in this order, in the letters of {@code java.time}; empty: ISO
 *     8601
 * @param notBefore dates before this day are absurd and count as absent
 * @param notAfter dates after this day are absurd and count as absent
 * @param pattern a regular expression that a standardised value must match as a whole
 */
public record Attribute(
    String name,
    AttributeType type,
    List<String> formats,
    Optional<LocalDate> notBefore,
    Optional<LocalDate> notAfter,
    Optional<String> pattern,
    List<String> placeholders) {}
