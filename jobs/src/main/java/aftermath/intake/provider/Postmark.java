package aftermath.intake.provider;

import aftermath.incident.NoticeEventType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What Postmark posts to webhooks, one object for each event, and the pages of its API that list
 * bounces, opens and clicks.
 *
 * <p>Vocabulary: postmarkapp.com/developer, Webhooks, and Bounce API (bounce types).
 *
 * <ul>
 *   <li>Nothing tells that a message was sent: the first that is heard of it is its delivery or its
 *       bounce.
 *   <li>{@code Bounce} is the word for everything that came back, also for what no failure is: an
 *       answer of a machine, a wish to be taken off the list, a complaint. Only the type tells. A
 *       type that nobody foresaw is unknown, not a bounce.
 *   <li>{@code SpamNotification} and {@code VirusNotification} are the receiving server's refusal,
 *       not Postmark's: another message may pass, so that they are soft.
 *   <li>{@code Transient} is a delay: Postmark goes on trying. {@code InboundError} is about a
 *       message that was received.
 *   <li>{@code ManuallyDeactivated}: Postmark did not try.
 *   <li>{@code Open} carries no sign of machines; a prefetch looks like a person. Opens are what
 *       Postmark says, and prove less than those of providers that tell.
 *   <li>{@code SubscriptionChange} follows every hard bounce and complaint too. It is a person's
 *       wish only where the recipient is its origin. Changes by the sender have no message and are
 *       passed over.
 *   <li>{@code Details}, {@code Description} and {@code Content} quote addresses and are not read.
 *   <li>{@code ID} is the bounce's own; the message's is {@code MessageID}.
 *   <li>{@code Recipient} is called {@code Email} in bounces and complaints, and every record has
 *       its own name for the time.
 *   <li>The statistics of bounces ({@code /deliverystats}) have a list of the same name as the page
 *       of bounces, which tells of no messages: without {@code BouncedAt} it is no bounce.
 * </ul>
 */
public final class Postmark implements ProviderFormat {

  private static final Map<String, NoticeEventType> TYPES =
      Map.of(
          "Delivery", NoticeEventType.DELIVERED,
          "SpamComplaint", NoticeEventType.COMPLAINED,
          "Open", NoticeEventType.OPENED,
          "Click", NoticeEventType.CLICKED);

  private static final Map<String, NoticeEventType> BOUNCES =
      Map.ofEntries(
          Map.entry("HardBounce", NoticeEventType.HARD_BOUNCED),
          Map.entry("BadEmailAddress", NoticeEventType.HARD_BOUNCED),
          Map.entry("ManuallyDeactivated", NoticeEventType.SUPPRESSED),
          Map.entry("SoftBounce", NoticeEventType.SOFT_BOUNCED),
          Map.entry("Transient", NoticeEventType.DELAYED),
          Map.entry("DnsError", NoticeEventType.SOFT_BOUNCED),
          Map.entry("Blocked", NoticeEventType.SOFT_BOUNCED),
          Map.entry("DMARCPolicy", NoticeEventType.SOFT_BOUNCED),
          Map.entry("SpamNotification", NoticeEventType.SOFT_BOUNCED),
          Map.entry("VirusNotification", NoticeEventType.SOFT_BOUNCED),
          Map.entry("Unknown", NoticeEventType.SOFT_BOUNCED),
          Map.entry("Undetermined", NoticeEventType.SOFT_BOUNCED),
          Map.entry("SpamComplaint", NoticeEventType.COMPLAINED),
          Map.entry("Unsubscribe", NoticeEventType.UNSUBSCRIBED),
          Map.entry("Subscribe", NoticeEventType.NOTED),
          Map.entry("AutoResponder", NoticeEventType.NOTED),
          Map.entry("AddressChange", NoticeEventType.NOTED),
          Map.entry("ChallengeVerification", NoticeEventType.NOTED),
          Map.entry("OpenRelayTest", NoticeEventType.NOTED),
          Map.entry("Unconfirmed", NoticeEventType.REJECTED),
          Map.entry("SMTPApiError", NoticeEventType.REJECTED),
          Map.entry("InboundError", NoticeEventType.NOTED),
          Map.entry("TemplateRenderingFailed", NoticeEventType.REJECTED));

  private static final Map<String, String> BOUNCES_BY_CODE =
      Map.ofEntries(
          Map.entry("1", "HardBounce"),
          Map.entry("2", "Transient"),
          Map.entry("16", "Unsubscribe"),
          Map.entry("32", "Subscribe"),
          Map.entry("64", "AutoResponder"),
          Map.entry("128", "AddressChange"),
          Map.entry("256", "DnsError"),
          Map.entry("512", "SpamNotification"),
          Map.entry("1024", "OpenRelayTest"),
          Map.entry("2048", "Unknown"),
          Map.entry("4096", "SoftBounce"),
          Map.entry("8192", "VirusNotification"),
          Map.entry("16384", "ChallengeVerification"),
          Map.entry("100000", "BadEmailAddress"),
          Map.entry("100001", "SpamComplaint"),
          Map.entry("100002", "ManuallyDeactivated"),
          Map.entry("100003", "Unconfirmed"),
          Map.entry("100006", "Blocked"),
          Map.entry("100007", "SMTPApiError"),
          Map.entry("100008", "InboundError"),
          Map.entry("100009", "DMARCPolicy"),
          Map.entry("100010", "TemplateRenderingFailed"));

  private static final List<String> PAGES = List.of("Bounces", "Opens", "Clicks");
  private static final List<String> TIMES =
      List.of("DeliveredAt", "BouncedAt", "ReceivedAt", "ChangedAt");
  private static final List<String> RECIPIENTS = List.of("Recipient", "Email");

  public Postmark() {}

  /** A page of the API lists what webhooks post one by one. */
  @Override
  public JsonNode carried(JsonNode body) {
    return PAGES.stream()
        .filter(page -> body.path(page).isArray() && !body.has("RecordType"))
        .findFirst()
        .map(body::path)
        .orElse(body);
  }

  @Override
  public List<ProviderEvent> events(JsonNode part) {
    String word = word(part);
    String messageId = ProviderFormat.text(part.path("MessageID"));
    if (messageId == null && "SubscriptionChange".equals(word)) {
      return List.of();
    }
    return List.of(
        new ProviderEvent(
            messageId,
            word,
            word == null ? NoticeEventType.UNKNOWN : type(word, part),
            firstOf(part, TIMES),
            firstOf(part, RECIPIENTS),
            word == null ? null : reason(word, part)));
  }

  @Override
  public String tag(JsonNode part, String name) {
    String value = Values.first(part.path("Metadata").path(name));
    return value == null && "tag".equals(name) ? ProviderFormat.text(part.path("Tag")) : value;
  }

  /** Bounces of old pages and webhooks do not say what they are. */
  private static String word(JsonNode part) {
    String word = ProviderFormat.text(part.path("RecordType"));
    boolean bounced = bounceType(part) != null && part.hasNonNull("BouncedAt");
    return word == null && bounced ? "Bounce" : word;
  }

  private static NoticeEventType type(String word, JsonNode part) {
    return switch (word) {
      case "Bounce" -> bounce(bounceType(part));
      case "SubscriptionChange" ->
          isWishOfRecipient(part) ? NoticeEventType.UNSUBSCRIBED : NoticeEventType.NOTED;
      default -> TYPES.getOrDefault(word, NoticeEventType.UNKNOWN);
    };
  }

  private static NoticeEventType bounce(String type) {
    return type == null
        ? NoticeEventType.UNKNOWN
        : BOUNCES.getOrDefault(type, NoticeEventType.UNKNOWN);
  }

  private static String bounceType(JsonNode part) {
    String type = Values.code(part.path("Type"));
    String code = ProviderFormat.text(part.path("TypeCode"));
    return type == null && code != null ? BOUNCES_BY_CODE.get(code) : type;
  }

  private static boolean isWishOfRecipient(JsonNode part) {
    return Values.isTrue(part.path("SuppressSending"))
        && "ManualSuppression".equals(ProviderFormat.text(part.path("SuppressionReason")))
        && "Recipient".equals(ProviderFormat.text(part.path("Origin")));
  }

  private static String reason(String word, JsonNode part) {
    return switch (word) {
      case "Bounce", "SpamComplaint" -> bounceType(part);
      case "SubscriptionChange" ->
          Values.joined(
              Values.code(part.path("SuppressionReason")), Values.code(part.path("Origin")));
      default -> null;
    };
  }

  private static String firstOf(JsonNode part, List<String> names) {
    for (String name : names) {
      String text = ProviderFormat.text(part.path(name));
      if (text != null) {
        return text;
      }
    }
    return null;
  }
}
