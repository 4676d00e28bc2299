package aftermath.intake.provider;

import aftermath.incident.NoticeEventType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Mailgun posts to webhooks, the event in {@code event-data}, and the pages of its Events API,
 * the events in {@code items}.
 *
 * <p>Vocabulary: documentation.mailgun.com, user manual, Events (event types), Webhooks (webhook
 * payloads) and Tracking Messages (open and click bot detection); when it retries:
 * help.mailgun.com, "Will Mailgun retry my failed messages".
 *
 * <ul>
 *   <li>{@code failed} is one word for three things. Of severity {@code temporary} Mailgun goes on
 *       trying. Of severity {@code permanent} it did not try, where the reason names a suppression
 *       list; or it tried, and the address may do another time (see below), or not. Without a
 *       severity nothing tells whether it goes on.
 *   <li>A permanent failure is not always the address's: after eight hours of temporary failures
 *       Mailgun gives up ({@code old}, code 602), and a receiver that blocks the sender ({@code
 *       espblock}) says nothing of the address. Where Mailgun writes a {@code bounce-type}, that
 *       decides; otherwise codes of class 4 are soft and all else is hard.
 *   <li>{@code client-info.bot} names the program that opened or clicked; empty is nobody's. A
 *       click of a program is no sign that a person read, and there is no type for it: it is noted.
 *   <li>Of messages in test mode events are told as of any other, and nothing is sent: they are
 *       noted.
 *   <li>{@code id} is the event's own. The message's is in its headers, with or without angle
 *       brackets.
 *   <li>{@code timestamp} is decimal seconds.
 *   <li>{@code rejected} may lack the recipient, who then stands in the headers only.
 *   <li>{@code user-variables} is an empty list where there are none.
 * </ul>
 */
public final class Mailgun implements ProviderFormat {

  private static final Map<String, NoticeEventType> TYPES =
      Map.of(
          "accepted", NoticeEventType.SENT,
          "rejected", NoticeEventType.REJECTED,
          "delivered", NoticeEventType.DELIVERED,
          "opened", NoticeEventType.OPENED,
          "clicked", NoticeEventType.CLICKED,
          "unsubscribed", NoticeEventType.UNSUBSCRIBED,
          "complained", NoticeEventType.COMPLAINED,
          "stored", NoticeEventType.NOTED);

  private static final Set<String> SUPPRESSIONS =
      Set.of("suppress-bounce", "suppress-complaint", "suppress-unsubscribe");

  private static final Set<String> SUPPRESSION_CODES = Set.of("605", "606", "607");

  private static final String TOO_OLD = "602";

  public Mailgun() {}

  /** A webhook's event beside its signature, or a page of the events API. */
  @Override
  public JsonNode carried(JsonNode body) {
    if (body.path("event-data").isObject()) {
      return body.path("event-data");
    }
    boolean isPage = body.path("items").isArray() && !body.has("event");
    return isPage ? body.path("items") : body;
  }

  @Override
  public List<ProviderEvent> events(JsonNode part) {
    String word = ProviderFormat.text(part.path("event"));
    JsonNode headers = part.path("message").path("headers");
    return List.of(
        new ProviderEvent(
            Values.withoutAngles(ProviderFormat.text(headers.path("message-id"))),
            word,
            word == null ? NoticeEventType.UNKNOWN : type(word, part),
            Values.time(part.path("timestamp")),
            recipient(part, headers),
            "failed".equals(word) ? reason(part) : null));
  }

  @Override
  public String tag(JsonNode part, String name) {
    String variable = Values.first(part.path("user-variables").path(name));
    return variable == null && "tag".equals(name) ? Values.first(part.path("tags")) : variable;
  }

  private static NoticeEventType type(String word, JsonNode part) {
    NoticeEventType type =
        word.equals("failed") ? failure(part) : TYPES.getOrDefault(word, NoticeEventType.UNKNOWN);
    if (Values.isTrue(part.path("flags").path("is-test-mode"))) {
      return type == NoticeEventType.UNKNOWN ? type : NoticeEventType.NOTED;
    }
    return isOfBot(part) ? ofBot(type) : type;
  }

  private static boolean isOfBot(JsonNode part) {
    return ProviderFormat.text(part.path("client-info").path("bot")) != null;
  }

  private static NoticeEventType ofBot(NoticeEventType type) {
    return switch (type) {
      case OPENED -> NoticeEventType.MACHINE_OPENED;
      case CLICKED -> NoticeEventType.NOTED;
      default -> type;
    };
  }

  private static NoticeEventType failure(JsonNode part) {
    String severity = ProviderFormat.text(part.path("severity"));
    if ("temporary".equals(severity)) {
      return NoticeEventType.DELAYED;
    }
    if (isSuppressed(part)) {
      return NoticeEventType.SUPPRESSED;
    }
    if (!"permanent".equals(severity)) {
      return NoticeEventType.UNKNOWN;
    }
    return isSoft(part) ? NoticeEventType.SOFT_BOUNCED : NoticeEventType.HARD_BOUNCED;
  }

  private static boolean isSuppressed(JsonNode part) {
    String reason = text(part.path("reason"));
    String code = text(part.path("delivery-status").path("code"));
    return SUPPRESSIONS.contains(reason) || SUPPRESSION_CODES.contains(code);
  }

  private static boolean isSoft(JsonNode part) {
    JsonNode status = part.path("delivery-status");
    String reason = text(part.path("reason"));
    if (reason.equals("old") || text(status.path("code")).equals(TOO_OLD)) {
      return true;
    }
    return switch (text(status.path("bounce-type"))) {
      case "hard" -> false;
      case "soft" -> true;
      default -> reason.equals("espblock") || "4".equals(statusClass(status));
    };
  }

  /** The code of the mail's own standard is the more exact: 450 may come with 5.1.1. */
  private static String statusClass(JsonNode status) {
    String code = statusCode(status);
    return code == null ? null : code.substring(0, 1);
  }

  private static String statusCode(JsonNode status) {
    String enhanced = Values.status(status.path("enhanced-code"));
    return enhanced == null ? Values.status(status.path("code")) : enhanced;
  }

  private static String reason(JsonNode part) {
    return Values.joined(
        Values.code(part.path("reason")), statusCode(part.path("delivery-status")));
  }

  private static String recipient(JsonNode part, JsonNode headers) {
    String recipient = ProviderFormat.text(part.path("recipient"));
    return recipient == null ? onlyAddress(text(headers.path("to"))) : recipient;
  }

  /** The address of a header that names one; of several it is not known who is meant. */
  private static String onlyAddress(String header) {
    if (header.isEmpty() || header.contains(",")) {
      return null;
    }
    return Values.withoutAngles(header.substring(Math.max(0, header.lastIndexOf('<'))).trim());
  }

  private static String text(JsonNode node) {
    String text = ProviderFormat.text(node);
    return text == null ? "" : text;
  }
}
