package aftermath.sample;

import java.util.List;

/**
 * Lines as Amazon SES publishes them through Firehose: one JSON object per event, with truncated
 * headers and the sender's tags.
 */
final class SesEvents {
  private static final int MESSAGE_ID_TAIL = 12;
  private static final List<byte[]> AGENTS =
      List.of(
          Bytes.of("Mozilla/5.0"),
          Bytes.of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"),
          Bytes.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"),
          Bytes.of("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36"));
  private static final List<byte[]> NETWORKS =
      List.of(Bytes.of("192.0.2."), Bytes.of("198.51.100."), Bytes.of("203.0.113."));
  private static final String[][] HARD = {
    {"General", "5.1.1", "smtp; 550 5.1.1 user unknown"},
    {"NoEmail", "5.1.1", "smtp; 550 no such mailbox"},
    {"Suppressed", "5.1.1", "Amazon SES has suppressed sending to this address"},
    {"OnAccountSuppressionList", "", ""}
  };
  private static final String[][] SOFT = {
    {"General", "4.4.7", "smtp; 451 4.4.7 message expired"},
    {"MailboxFull", "4.2.2", "smtp; 452 4.2.2 mailbox full"},
    {"ContentRejected", "4.3.0", "smtp; 450 content rejected"}
  };
  private static final String[][] DELAYS = {
    {"MailboxFull", "4.2.2", "smtp; 452 4.2.2 mailbox full"},
    {"TransientCommunicationFailure", "4.4.1", "smtp; 421 4.4.1 connection timed out"},
    {"RecipientServerError", "4.3.2", "smtp; 451 4.3.2 try again later"},
    {"SpamDetected", "4.7.1", "smtp; 451 4.7.1 greylisted"}
  };

  private final byte[] afterSent;
  private final byte[] afterAddress;
  private final byte[] tag;

  SesEvents(Profile.Messages messages) {
    this.afterSent = Bytes.of("\",\"source\":\"" + messages.source() + "\",\"messageId\":\"");
    this.afterAddress =
        Bytes.of(
            "\"],\"headersTruncated\":true,\"commonHeaders\":{\"subject\":\""
                + messages.subject()
                + "\"},\"tags\":{\""
                + messages.waveTag()
                + "\":[\"");
    this.tag = Bytes.of("\"],\"" + messages.tag() + "\":[\"");
  }

  /** What all events of one message have in common. */
  static final class Message {
    final Bytes address = new Bytes();
    final Bytes tagValue = new Bytes();
    byte[] wave;
    long bits;
    long sentAt;
  }

  void send(Message message, Bytes out) {
    begin("Send", message, out);
    out.add(",\"send\":{}}\n");
  }

  void delivery(Message message, long at, Bytes out) {
    begin("Delivery", message, out);
    out.add(",\"delivery\":{\"timestamp\":\"").addMoment(at).add("\",\"processingTimeMillis\":");
    out.addNumber(at - message.sentAt).add(",\"recipients\":[\"").add(message.address);
    out.add("\"],\"smtpResponse\":\"250 ok\",\"reportingMTA\":\"a");
    out.addNumber(Randomness.below(message.bits, 60)).add("-").addNumber(message.bits & 63);
    out.add(".smtp-out.example\"}}\n");
  }

  void hardBounce(Message message, long at, Bytes out) {
    int which = Randomness.below(Randomness.mix(message.bits + 21), 20);
    bounce(
        "Permanent", HARD[which < 14 ? 0 : which < 17 ? 1 : which < 19 ? 2 : 3], message, at, out);
  }

  /** What seemed to have arrived comes back; what was suppressed was never tried. */
  void lateBounce(Message message, long at, Bytes out) {
    int which = Randomness.below(Randomness.mix(message.bits + 21), 20);
    bounce("Permanent", HARD[which < 16 ? 0 : 1], message, at, out);
  }

  void softBounce(Message message, long at, Bytes out) {
    bounce(
        "Transient",
        SOFT[Randomness.below(Randomness.mix(message.bits + 22), SOFT.length)],
        message,
        at,
        out);
  }

  void delay(Message message, long at, Bytes out) {
    String[] delay = DELAYS[Randomness.below(Randomness.mix(message.bits + 23), DELAYS.length)];
    begin("DeliveryDelay", message, out);
    out.add(",\"deliveryDelay\":{\"timestamp\":\"").addMoment(at).add("\",\"delayType\":\"");
    out.add(delay[0]).add("\",\"expirationTime\":\"").addMoment(message.sentAt + 50_400_000L);
    out.add("\",\"delayedRecipients\":[{\"emailAddress\":\"").add(message.address);
    out.add("\",\"status\":\"").add(delay[1]).add("\",\"diagnosticCode\":\"").add(delay[2]);
    out.add("\"}]}}\n");
  }

  void reject(Message message, Bytes out) {
    begin("Reject", message, out);
    out.add(",\"reject\":{\"reason\":\"Bad content\"}}\n");
  }

  void open(Message message, long at, Bytes out) {
    begin("Open", message, out);
    out.add(",\"open\":{");
    visitor(message, at, out);
    out.add("}}\n");
  }

  void click(Message message, long at, Bytes out) {
    begin("Click", message, out);
    out.add(",\"click\":{");
    visitor(message, at, out);
    out.add(",\"link\":\"https://notice.example/data\",\"linkTags\":null}}\n");
  }

  void complaint(Message message, long at, Bytes out) {
    begin("Complaint", message, out);
    out.add(",\"complaint\":{\"timestamp\":\"").addMoment(at).add("\",\"feedbackId\":\"");
    id(message, at, out);
    out.add("\",\"complaintSubType\":null,\"complainedRecipients\":[{\"emailAddress\":\"");
    out.add(message.address).add("\"}],\"complaintFeedbackType\":\"abuse\"}}\n");
  }

  private void bounce(String type, String[] kind, Message message, long at, Bytes out) {
    begin("Bounce", message, out);
    out.add(",\"bounce\":{\"feedbackId\":\"");
    id(message, at, out);
    out.add("\",\"bounceType\":\"").add(type).add("\",\"bounceSubType\":\"").add(kind[0]);
    out.add("\",\"bouncedRecipients\":[{\"emailAddress\":\"").add(message.address);
    if (kind[1].isEmpty()) {
      out.add("\"}],\"timestamp\":\"");
    } else {
      out.add("\",\"action\":\"failed\",\"status\":\"").add(kind[1]);
      out.add("\",\"diagnosticCode\":\"").add(kind[2]).add("\"}],\"timestamp\":\"");
    }
    out.addMoment(at).add("\"}}\n");
  }

  private void begin(String type, Message message, Bytes out) {
    out.add("{\"eventType\":\"").add(type).add("\",\"mail\":{\"timestamp\":\"");
    out.addMoment(message.sentAt).add(afterSent);
    id(message, message.sentAt, out);
    out.add("\",\"destination\":[\"").add(message.address).add(afterAddress).add(message.wave);
    if (message.tagValue.length() > 0) {
      out.add(tag).add(message.tagValue);
    }
    out.add("\"]}}");
  }

  private static void visitor(Message message, long at, Bytes out) {
    long bits = Randomness.mix(message.bits + at);
    out.add("\"ipAddress\":\"").add(NETWORKS.get(Randomness.below(bits, NETWORKS.size())));
    out.addNumber(1 + (bits & 127)).add("\",\"timestamp\":\"").addMoment(at);
    out.add("\",\"userAgent\":\"");
    out.add(AGENTS.get(Randomness.below(Randomness.mix(bits), AGENTS.size()))).add('"');
  }

  /** An identifier of the shape that SES gives to messages and to its own reports. */
  private static void id(Message message, long at, Bytes out) {
    long more = Randomness.mix(message.bits + 24 + at - message.sentAt);
    out.add("01080").addHex(at, 11).add('-').addHex(message.bits, 8).add('-');
    out.addHex(message.bits >>> 32, 4).add('-').addHex(message.bits >>> 48, 4).add('-');
    out.addHex(more, 4).add('-').addHex(more >>> 16, MESSAGE_ID_TAIL).add("-000000");
  }
}
