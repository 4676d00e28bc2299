package aftermath.intake.provider;

import static java.util.Map.entry;

import aftermath.incident.NoticeEventType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Twilio tells of text messages: forms that it posts to a status callback, and CloudEvents of
 * its Event Streams. The words are those of twilio.com/docs/messaging/api/message-resource and of
 * twilio.com/docs/events/event-types/messaging/outbound-message, the codes those of
 * twilio.com/docs/api/errors.
 *
 * <ul>
 *   <li>A callback has no time. Its {@code RawDlrDoneDate} is never one: it is of the minute and of
 *       a zone that differs even within one carrier, and its ten digits read like seconds since
 *       1970, in the year 2049. Whoever keeps the forms knows when they came.
 *   <li>There is no callback for the first status of a message; {@code sent} is the first that a
 *       sender can count on, and it means that a carrier took the message and no more.
 *   <li>A {@code +} that was not escaped in a form is read as a space, which numbers are cured of.
 *   <li>The names of the fields and the words come in any case: {@code MessageStatus=delivered} in
 *       a form, {@code "messageStatus":"DELIVERED"} in an event; the events of links even write
 *       {@code message_sid}.
 *   <li>An event is what its type says. The messageStatus within need not agree with it: in the
 *       documentation's own example of a delivered message it says QUEUED.
 *   <li>Replies of recipients come as forms with the same fields and the status {@code received};
 *       their {@code To} is the sender's own number.
 *   <li>Twilio posts again what was not answered in time. The copies are equal.
 * </ul>
 */
public final class TwilioSms implements ProviderFormat {
  private static final String MESSAGES = "com.twilio.messaging.";
  private static final String LINKS = "com.twilio.daptbt.link-shortening.";

  /**
   * A message that was read was delivered, and nothing else may tell so: where opens are no proof
   * of delivery, since mail programs open by themselves, {@code read} must not be one of them.
   */
  private static final Map<String, NoticeEventType> TYPES =
      Map.ofEntries(
          entry("accepted", NoticeEventType.NOTED),
          entry("scheduled", NoticeEventType.NOTED),
          entry("queued", NoticeEventType.NOTED),
          entry("sending", NoticeEventType.NOTED),
          entry("sent", NoticeEventType.SENT),
          entry("delivered", NoticeEventType.DELIVERED),
          entry("read", NoticeEventType.DELIVERED),
          entry("undelivered", NoticeEventType.SOFT_BOUNCED),
          entry("failed", NoticeEventType.REJECTED),
          entry("canceled", NoticeEventType.REJECTED),
          entry("receiving", NoticeEventType.NOTED),
          entry("received", NoticeEventType.NOTED),
          entry("link-shortened", NoticeEventType.NOTED),
          entry("link-clicked", NoticeEventType.CLICKED));

  /**
   * What a code makes of {@code undelivered} and {@code failed}. Codes about the number for good
   * are hard; codes about the handset, the queue or the day are soft; codes about the sender, the
   * account or the text are rejections.
   */
  private static final Map<String, NoticeEventType> CODES =
      Map.ofEntries(
          // Not a number.
          entry("21211", NoticeEventType.HARD_BOUNCED),
          // The recipient answered STOP.
          entry("21610", NoticeEventType.SUPPRESSED),
          // Not a mobile number.
          entry("21614", NoticeEventType.HARD_BOUNCED),
          // A landline, where Twilio does not even try.
          entry("21635", NoticeEventType.HARD_BOUNCED),
          // More messages than can be sent within ten hours.
          entry("30001", NoticeEventType.SOFT_BOUNCED),
          // The sender's account was suspended after the message had been queued.
          entry("30002", NoticeEventType.REJECTED),
          // Switched off or out of reach; Twilio's advice is to try again.
          entry("30003", NoticeEventType.SOFT_BOUNCED),
          // The carrier keeps this sender from this number. The number is alive.
          entry("30004", NoticeEventType.SOFT_BOUNCED),
          // Nobody has the number, or no longer.
          entry("30005", NoticeEventType.HARD_BOUNCED),
          // A landline, or a carrier that the sender's kind of number never reaches.
          entry("30006", NoticeEventType.HARD_BOUNCED),
          // Twilio or a carrier took it for spam.
          entry("30007", NoticeEventType.REJECTED),
          // The carrier did not say why.
          entry("30008", NoticeEventType.SOFT_BOUNCED),
          // The sender is not registered for traffic in the US.
          entry("30034", NoticeEventType.REJECTED),
          // It waited in the queue for longer than the sender allowed.
          entry("30036", NoticeEventType.SOFT_BOUNCED));

  private static final Pattern CODE = Pattern.compile("\\d{1,10}");

  /** At most fifteen digits by E.164; those of five or six are short codes, which have no plus. */
  private static final Pattern LOST_ITS_PLUS = Pattern.compile("[1-9]\\d{7,14}");

  @Override
  public List<ProviderEvent> events(JsonNode part) {
    String type = ProviderFormat.text(field(part, "type"));
    JsonNode data = field(part, "data");
    return type != null && data.isObject() ? ofStream(type, part, data) : ofForm(part);
  }

  private static List<ProviderEvent> ofStream(String type, JsonNode part, JsonNode data) {
    if (!type.startsWith(MESSAGES) && !type.startsWith(LINKS)) {
      return List.of();
    }
    String messageId = first(data, "messageSid");
    if (messageId == null) {
      // Of the registration of a sender, for example.
      return List.of();
    }
    String happened = first(data, "timestamp", "clickTime", "linkCreateTime");
    String time = happened == null ? first(part, "time") : happened;
    return List.of(event(messageId, type.substring(type.lastIndexOf('.') + 1), time, data));
  }

  private static List<ProviderEvent> ofForm(JsonNode form) {
    String messageId = first(form, "MessageSid", "SmsSid");
    String word = first(form, "MessageStatus", "SmsStatus");
    return messageId == null && word == null
        ? List.of()
        : List.of(event(messageId, word, null, form));
  }

  private static ProviderEvent event(String messageId, String word, String time, JsonNode fields) {
    String code = codeOf(fields);
    return new ProviderEvent(
        messageId, word, typeOf(word, code), time, number(first(fields, "To")), code);
  }

  private static NoticeEventType typeOf(String word, String code) {
    if (word == null) {
      return NoticeEventType.UNKNOWN;
    }
    String known = word.toLowerCase(Locale.ROOT);
    NoticeEventType type = TYPES.getOrDefault(known, NoticeEventType.UNKNOWN);
    boolean gaveUp = known.equals("undelivered") || known.equals("failed");
    return gaveUp && code != null ? CODES.getOrDefault(code, type) : type;
  }

  private static String codeOf(JsonNode fields) {
    String code = first(fields, "ErrorCode");
    return code != null && CODE.matcher(code).matches() ? code : null;
  }

  private static String number(String written) {
    if (written == null) {
      return null;
    }
    String number = written.trim();
    return LOST_ITS_PLUS.matcher(number).matches() ? "+" + number : number;
  }

  /**
   * A parameter that the sender put on the callback's address. A form has it among its fields; an
   * event has the tags of the message, and the whole address.
   */
  @Override
  public String tag(JsonNode part, String name) {
    String ofForm = first(part, name);
    if (ofForm != null) {
      return ofForm;
    }
    JsonNode data = field(part, "data");
    String ofMessage = first(field(data, "tags"), name);
    return ofMessage == null ? parameter(first(data, "statusCallBackUrl"), name) : ofMessage;
  }

  private static String parameter(String address, String name) {
    if (address == null || address.indexOf('?') < 0) {
      return null;
    }
    String query = address.substring(address.indexOf('?') + 1).replaceFirst("#.*", "");
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && name.equals(unescaped(pair.substring(0, equals)))) {
        String value = unescaped(pair.substring(equals + 1));
        return value == null || value.isEmpty() ? null : value;
      }
    }
    return null;
  }

  /** Null where a percent sign escapes nothing. */
  private static String unescaped(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String first(JsonNode object, String... names) {
    for (String name : names) {
      String text = ProviderFormat.text(field(object, name));
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** The field of that name, whatever its case and with or without underscores. */
  private static JsonNode field(JsonNode object, String name) {
    JsonNode exact = object.path(name);
    if (!exact.isMissingNode()) {
      return exact;
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (plain(field.getKey()).equals(plain(name))) {
        return field.getValue();
      }
    }
    return MissingNode.getInstance();
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
