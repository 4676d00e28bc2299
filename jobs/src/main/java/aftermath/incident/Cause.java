package aftermath.incident;

/**
 * Why it happened, in the words of regulators' statistics.
 *
 * @param source for example {@code malicious or criminal attack}, {@code human error}
 * @param kind for example {@code social engineering}
 */
public record Cause(String source, String kind) {}
