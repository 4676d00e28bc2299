package aftermath.incident;

/**
 * A way of dividing people.
 *
 * @param name lower case with underscores; the column's name in silver and in the cubes
 * @param value a SQL expression over the attributes of a person, {@code <date attribute>_age} (full
 *     years since that date on the incident's reference day), {@code is_customer} and {@code
 *     is_member}; null becomes {@code unknown}
 */
public record Segment(String name, String title, String value) {}
