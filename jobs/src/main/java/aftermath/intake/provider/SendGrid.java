package aftermath.intake.provider;

import aftermath.incident.NoticeEventType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Twilio SendGrid's Event Webhook posts: a list of flat objects, one for each event.
 *
 * <p>Vocabulary: twilio.com/docs/sendgrid/for-developers/tracking-events/event; why messages are
 * dropped: docs.sendgrid.com/glossary/drops.
 *
 * <ul>
 *   <li>{@code sg_message_id} is the id that sending answered, and behind it the machine that
 *       handled the message, which differs between the events of one message. It is cut off.
 *   <li>A bounce that arrives after the message was accepted has no {@code sg_message_id}. Its
 *       {@code smtp-id} is the same id at a host of SendGrid's, unless the sender chose its own.
 *   <li>{@code dropped} is one word for two things: the address is on a suppression list, or the
 *       message was refused. Only the reason tells. A reason that nobody foresaw is a refusal, and
 *       not repeated, for it may be a text.
 *   <li>{@code bounce} of type {@code blocked} is about the sender or the message, of type {@code
 *       expired} about time: the address may do another time. But SendGrid also blocks where it
 *       classifies the address as invalid, and that is for good. Without a type nothing says that
 *       it is for good.
 *   <li>An {@code open} may be Apple's prefetch, which {@code sg_machine_open} tells.
 *   <li>{@code category} is a text or a list of texts.
 *   <li>The sender's own arguments are fields of the event itself, so that one of a field's name is
 *       hidden by it. Where the event carries them in an object as well, that is asked first.
 * </ul>
 */
public final class SendGrid implements ProviderFormat {

  private static final Map<String, NoticeEventType> TYPES =
      Map.ofEntries(
          Map.entry("processed", NoticeEventType.SENT),
          Map.entry("delivered", NoticeEventType.DELIVERED),
          Map.entry("deferred", NoticeEventType.DELAYED),
          Map.entry("open", NoticeEventType.OPENED),
          Map.entry("click", NoticeEventType.CLICKED),
          Map.entry("spamreport", NoticeEventType.COMPLAINED),
          Map.entry("unsubscribe", NoticeEventType.UNSUBSCRIBED),
          Map.entry("group_unsubscribe", NoticeEventType.UNSUBSCRIBED),
          Map.entry("group_resubscribe", NoticeEventType.NOTED));

  private static final Map<String, NoticeEventType> DROPS =
      Map.ofEntries(
          Map.entry("bounced address", NoticeEventType.SUPPRESSED),
          Map.entry("unsubscribed address", NoticeEventType.SUPPRESSED),
          Map.entry("unsubscribed", NoticeEventType.SUPPRESSED),
          Map.entry("spam reporting address", NoticeEventType.SUPPRESSED),
          // Of the list of invalid addresses, not of the message.
          Map.entry("invalid", NoticeEventType.SUPPRESSED),
          Map.entry("spam content", NoticeEventType.REJECTED),
          Map.entry("invalid smtpapi header", NoticeEventType.REJECTED),
          Map.entry("duplicate message", NoticeEventType.REJECTED),
          Map.entry("recipient list over package quota", NoticeEventType.REJECTED));

  private static final List<String> MACHINES = List.of(".filter", ".recvd");
  private static final List<String> ARGUMENTS = List.of("unique_args", "custom_args");
  private static final Pattern OWN_HOST = Pattern.compile("(?:geopod-)?ismtpd-[\\w-]+");

  public SendGrid() {}

  @Override
  public List<ProviderEvent> events(JsonNode part) {
    String word = ProviderFormat.text(part.path("event"));
    return List.of(
        new ProviderEvent(
            messageId(part),
            word,
            word == null ? NoticeEventType.UNKNOWN : type(word, part),
            Values.time(part.path("timestamp")),
            ProviderFormat.text(part.path("email")),
            word == null ? null : reason(word, part)));
  }

  @Override
  public String tag(JsonNode part, String name) {
    for (String object : ARGUMENTS) {
      String value = Values.first(part.path(object).path(name));
      if (value != null) {
        return value;
      }
    }
    return Values.first(part.path(name));
  }

  private static String messageId(JsonNode part) {
    String id = ProviderFormat.text(part.path("sg_message_id"));
    return id == null
        ? ofHeader(Values.withoutAngles(ProviderFormat.text(part.path("smtp-id"))))
        : withoutMachine(id);
  }

  /** Ids of old messages have dots of their own, so that the machine's name is looked for first. */
  private static String withoutMachine(String id) {
    for (String machine : MACHINES) {
      int at = id.indexOf(machine);
      if (at > 0) {
        return id.substring(0, at);
      }
    }
    int dot = id.indexOf('.');
    return dot > 0 ? id.substring(0, dot) : id;
  }

  private static String ofHeader(String id) {
    int at = id == null ? -1 : id.lastIndexOf('@');
    return at > 0 && OWN_HOST.matcher(id.substring(at + 1)).matches() ? id.substring(0, at) : id;
  }

  private static NoticeEventType type(String word, JsonNode part) {
    return switch (word) {
      case "dropped" -> DROPS.getOrDefault(dropReason(part), NoticeEventType.REJECTED);
      case "bounce" ->
          isForGood(part) ? NoticeEventType.HARD_BOUNCED : NoticeEventType.SOFT_BOUNCED;
      case "open" ->
          Values.isTrue(part.path("sg_machine_open"))
              ? NoticeEventType.MACHINE_OPENED
              : NoticeEventType.OPENED;
      default -> TYPES.getOrDefault(word, NoticeEventType.UNKNOWN);
    };
  }

  private static boolean isForGood(JsonNode part) {
    return "bounce".equals(ProviderFormat.text(part.path("type")))
        || "Invalid Address".equals(ProviderFormat.text(part.path("bounce_classification")));
  }

  private static String reason(String word, JsonNode part) {
    return switch (word) {
      case "dropped" -> DROPS.containsKey(dropReason(part)) ? text(part, "reason").trim() : null;
      case "bounce" -> Values.joined(Values.code(part.path("bounce_classification")), status(part));
      case "deferred" -> status(part);
      default -> null;
    };
  }

  private static String dropReason(JsonNode part) {
    return text(part, "reason").trim().toLowerCase(Locale.ROOT);
  }

  private static String status(JsonNode part) {
    for (String name : List.of("status", "reason", "response")) {
      String status = Values.status(part.path(name));
      if (status != null) {
        return status;
      }
    }
    return null;
  }

  private static String text(JsonNode part, String name) {
    String text = ProviderFormat.text(part.path(name));
    return text == null ? "" : text;
  }
}
