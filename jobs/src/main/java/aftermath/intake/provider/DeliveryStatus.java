package aftermath.intake.provider;

import aftermath.incident.NoticeEventType;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What mail servers tell in delivery status notifications, read from the object that {@link
 * DeliveryStatusMail} makes of a returned mail. The words are the actions of RFC 3464, section
 * 2.3.3, the codes those of RFC 3463 and of the registry that RFC 5248 keeps.
 *
 * <ul>
 *   <li>The message is known by the envelope id that its sender gave it, or else by the Message-ID
 *       of what was returned. The Message-ID of the report is another message's.
 *   <li>The address is the Original-Recipient, where there is one: behind a forwarding the final
 *       one is an address that the sender never wrote to.
 *   <li>RFC 3461 has xtext decoded before it is reported, and not every server does. Only {@code
 *       +2B} and {@code +3D}, which every encoder must write, are decoded; {@code +40} may be how
 *       somebody sorts mail.
 *   <li>A failure of class 5 is permanent for this message as it is, which need not be for good:
 *       mailboxes are full and senders blocked with codes of class 5.
 *   <li>Status 5.0.0 says nothing, and some servers send no other; the code that the last server
 *       answered stands in the Diagnostic-Code then. Nothing else of that field is read, since it
 *       quotes addresses.
 *   <li>Relayed and expanded are no proof of delivery: from there on nobody reports.
 *   <li>Arrival-Date is when the message came to the server that reports. What is told happened at
 *       the Last-Attempt-Date, or else by the date of the report.
 * </ul>
 */
public final class DeliveryStatus implements ProviderFormat {
  private static final Map<String, NoticeEventType> TYPES =
      Map.of(
          "failed", NoticeEventType.SOFT_BOUNCED,
          "delayed", NoticeEventType.DELAYED,
          "delivered", NoticeEventType.DELIVERED,
          "relayed", NoticeEventType.NOTED,
          "expanded", NoticeEventType.NOTED);

  /**
   * What is about the address and for good, after the action {@code failed}. Everything else is
   * soft, among it what looks alike:
   *
   * <table>
   *   <caption>Soft although of class 5</caption>
   *   <tr><td>5.0.0<td>undefined (RFC 3463, 3.1)
   *   <tr><td>5.1.7, 5.1.8<td>the sender's address is wrong (3.2)
   *   <tr><td>5.2.0, 5.2.2, 5.2.3, 5.2.4<td>undefined, mailbox full, message too long, list that
   *       does not expand (3.3)
   *   <tr><td>5.3.x<td>of the receiving system: full, closed, message too big (3.4)
   *   <tr><td>5.4.x but 5.4.4<td>of the network: no answer, loop, expired (3.5)
   *   <tr><td>5.5.x, 5.6.x<td>protocol and content (3.6, 3.7)
   *   <tr><td>5.7.x but those below<td>policy: the sender or the message is not wanted (3.8)
   * </table>
   */
  private static final Set<String> HARD =
      Set.of(
          // RFC 3463, 3.2: of the address; no such mailbox, system or syntax, ambiguous, moved.
          "5.1.0",
          "5.1.1",
          "5.1.2",
          "5.1.3",
          "5.1.4",
          "5.1.6",
          // RFC 7505, 4: the domain says that it takes no mail.
          "5.1.10",
          // RFC 3463, 3.3: the mailbox is disabled; where it is for a time, the class is 4.
          "5.2.1",
          // RFC 3463, 3.5: no route; for example, the domain does not exist.
          "5.4.4",
          // RFC 7293, 5.1: somebody else has the mailbox or the domain now.
          "5.7.17",
          "5.7.18");

  private static final Pattern STATUS =
      Pattern.compile("\\s*([245]\\.\\d{1,3}\\.\\d{1,3})(?![.\\d]).*", Pattern.DOTALL);

  private static final Pattern ANSWER =
      Pattern.compile(
          "\\s*smtp\\s*;\\s*\\d{3}[ -]#?([45]\\.\\d{1,3}\\.\\d{1,3})(?![.\\d]).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern ACTION = Pattern.compile("\\s*([A-Za-z-]+).*", Pattern.DOTALL);

  private static final Pattern UNICODE = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})}");

  /** An event for each recipient; of a mail that is no report one event without a word. */
  @Override
  public List<ProviderEvent> events(JsonNode part) {
    List<ProviderEvent> events = new ArrayList<>();
    for (JsonNode recipient : part.path("recipients")) {
      events.add(event(part, recipient));
    }
    return events.isEmpty() ? List.of(noReport(part)) : events;
  }

  private static ProviderEvent noReport(JsonNode part) {
    return new ProviderEvent(
        messageId(part), null, NoticeEventType.UNKNOWN, dateOfMail(part), null, null);
  }

  private static ProviderEvent event(JsonNode part, JsonNode recipient) {
    String action = group(ACTION, field(recipient, "action"));
    String status = status(recipient);
    String attempt = field(recipient, "last-attempt-date");
    return new ProviderEvent(
        messageId(part),
        action,
        type(action, status),
        attempt == null ? dateOfMail(part) : attempt,
        address(recipient),
        status);
  }

  private static NoticeEventType type(String action, String status) {
    if (action == null) {
      return NoticeEventType.UNKNOWN;
    }
    String known = action.toLowerCase(Locale.ROOT);
    if (known.equals("failed") && status != null && HARD.contains(status)) {
      return NoticeEventType.HARD_BOUNCED;
    }
    return TYPES.getOrDefault(known, NoticeEventType.UNKNOWN);
  }

  private static String status(JsonNode recipient) {
    String status = group(STATUS, field(recipient, "status"));
    if (status != null && !status.endsWith(".0.0")) {
      return status;
    }
    String answered = group(ANSWER, field(recipient, "diagnostic-code"));
    return answered == null ? status : answered;
  }

  private static String messageId(JsonNode part) {
    String envelope = field(part.path("reported"), "original-envelope-id");
    return envelope == null
        ? withoutBrackets(field(part.path("original"), "message-id"))
        : withoutBrackets(envelope);
  }

  private static String dateOfMail(JsonNode part) {
    return field(part.path("mail"), "date");
  }

  private static String address(JsonNode recipient) {
    String original = decoded(generic(field(recipient, "original-recipient")));
    boolean usable = original != null && original.indexOf('@') > 0;
    return usable ? original : generic(field(recipient, "final-recipient"));
  }

  /** What stands behind the type, for example of {@code rfc822; anna@one.example}. */
  private static String generic(String typed) {
    if (typed == null) {
      return null;
    }
    String address = withoutBrackets(typed.substring(typed.indexOf(';') + 1).strip());
    return address.isEmpty() ? null : readable(address);
  }

  private static String decoded(String xtext) {
    return xtext == null ? null : xtext.replace("+3D", "=").replace("+2B", "+");
  }

  /** RFC 6533, 3: characters beyond ASCII may be written by their numbers. */
  private static String readable(String address) {
    return UNICODE
        .matcher(address)
        .replaceAll(
            match -> {
              int character = Integer.parseInt(match.group(1), 16);
              return Matcher.quoteReplacement(
                  Character.isValidCodePoint(character)
                      ? Character.toString(character)
                      : match.group());
            });
  }

  private static String withoutBrackets(String text) {
    if (text == null) {
      return null;
    }
    int open = text.indexOf('<');
    int close = text.indexOf('>', open);
    return open >= 0 && close > open + 1 ? text.substring(open + 1, close) : text;
  }

  private static String group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text == null ? "" : text);
    return matcher.matches() ? matcher.group(1) : null;
  }

  private static String field(JsonNode fields, String name) {
    return ProviderFormat.text(fields.path(name));
  }

  /** A header of the message that was returned, whatever the case of its name. */
  @Override
  public String tag(JsonNode part, String name) {
    return field(part.path("original"), name.toLowerCase(Locale.ROOT));
  }
}
