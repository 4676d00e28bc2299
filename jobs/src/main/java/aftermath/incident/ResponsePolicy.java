package aftermath.incident;

/**
 * How fast the support line promises to answer.
 *
 * @param answeredWithinSeconds a contact that waited no longer is within the service level
 * @param shortAbandonSeconds who gives up after waiting no longer than this had not begun to wait:
 *     a wrong number, or a change of mind
 */
public record ResponsePolicy(int answeredWithinSeconds, int shortAbandonSeconds) {}
