package aftermath.intake.provider;

import aftermath.incident.NoticeEventType;

/**
 * What a provider tells of one message to one recipient. What it does not tell is null.
 *
 * @param messageId what the provider calls the message; the same in all of its events
 * @param word the provider's own word for what happened
 * @param type what that means; {@link NoticeEventType#UNKNOWN} for words that nobody foresaw
 * @param time as the provider writes it: ISO 8601, seconds or milliseconds since 1970, or the date
 *     of a mail header
 * @param recipient address or number
 * @param reason why, in the provider's own codes, for example {@code Permanent/General}; never a
 *     text that may quote an address
 */
public record ProviderEvent(
    String messageId,
    String word,
    NoticeEventType type,
    String time,
    String recipient,
    String reason) {}
