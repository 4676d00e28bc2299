package aftermath.intake;

import aftermath.incident.NoticeEventType;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Turns events that Amazon SES publishes into rows, one for each recipient that the event is about.
 * Only the values that are needed are decoded; the rest, mostly headers, is passed over.
 */
final class SesRows extends JsonLineRows {

  private final NoticeShape.NoticeMaker maker;
  private final String waveTag;
  private final String personTag;

  private UTF8String word;
  private UTF8String messageId;
  private UTF8String mailTime;
  private UTF8String wave;
  private UTF8String person;
  private UTF8String time;
  private UTF8String kind;
  private UTF8String subKind;
  private UTF8String detail;
  private final List<UTF8String> recipients = new ArrayList<>();
  private final List<UTF8String> destination = new ArrayList<>();
  private int pending;

  SesRows(
      LineRecords lines,
      NoticeShape.NoticeMaker maker,
      String waveTag,
      String personTag,
      Closeable input) {
    super(lines, input);
    this.maker = maker;
    this.waveTag = waveTag;
    this.personTag = personTag;
  }

  @Override
  Outcome next() throws IOException {
    if (pending < recipients.size()) {
      makeNext();
      return Outcome.KEPT;
    }
    Outcome outcome = super.next();
    if (outcome != Outcome.KEPT) {
      // What was read of an event that is set aside must not become a row.
      pending = 0;
      recipients.clear();
    }
    return outcome;
  }

  @Override
  InternalRow row() {
    return maker.row();
  }

  @Override
  String read(JsonParser parser) throws IOException {
    word = null;
    messageId = null;
    mailTime = null;
    wave = null;
    person = null;
    time = null;
    kind = null;
    subKind = null;
    detail = null;
    recipients.clear();
    destination.clear();
    pending = 0;
    readEnvelope(parser);
    return word == null ? Reasons.noEventType() : null;
  }

  /**
   * An event, bare, as the message of a notification (SNS), or in the detail of one (EventBridge).
   */
  private void readEnvelope(JsonParser parser) throws IOException {
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken token = parser.nextToken();
      switch (name) {
        case "eventType" -> word = Json.text(parser);
        case "notificationType" -> word = word == null ? Json.text(parser) : word;
        case "mail" -> readMail(parser, token);
        case "Message" -> readMessage(parser, token);
        case "detail" -> readDetail(parser, token);
        case "bounce",
            "complaint",
            "delivery",
            "deliveryDelay",
            "reject",
            "open",
            "click",
            "failure",
            "send",
            "subscription" ->
            readEvent(parser, token);
        default -> parser.skipChildren();
      }
    }
  }

  /** A notification carries the event as a text. */
  private void readMessage(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      parser.skipChildren();
      return;
    }
    try (JsonParser inner = Json.FACTORY.createParser(parser.getText())) {
      if (inner.nextToken() == JsonToken.START_OBJECT) {
        readEnvelope(inner);
      }
    }
  }

  private void readDetail(JsonParser parser, JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      readEnvelope(parser);
    } else {
      parser.skipChildren();
    }
  }

  @Override
  String make() {
    if (recipients.isEmpty()) {
      // Complaints whose recipients were removed are about somebody the message went to.
      recipients.addAll(destination);
    }
    if (recipients.isEmpty()) {
      recipients.add(null);
    }
    String why = makeNext();
    if (why != null) {
      pending = recipients.size();
    }
    return why;
  }

  private String makeNext() {
    maker.cells[NoticeShape.MESSAGE_ID] = messageId;
    maker.cells[NoticeShape.EVENT] = word;
    maker.cells[NoticeShape.OCCURRED_AT] = time == null ? mailTime : time;
    maker.cells[NoticeShape.PERSON] = person;
    maker.cells[NoticeShape.RECIPIENT] = recipients.get(pending++);
    maker.cells[NoticeShape.WAVE] = wave;
    maker.cells[NoticeShape.REASON] = reasonOfEvent();
    return maker.make(line(), typeOf(word, kind, subKind, detail));
  }

  private UTF8String reasonOfEvent() {
    if (kind != null && subKind != null) {
      return UTF8String.concat(kind, SLASH, subKind);
    }
    return kind != null ? kind : subKind != null ? subKind : detail;
  }

  private void readMail(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "timestamp" -> mailTime = scalar(parser, value);
        case "messageId" -> messageId = scalar(parser, value);
        case "destination" -> readRecipients(parser, value, destination);
        case "tags" -> readTags(parser, value);
        default -> parser.skipChildren();
      }
    }
  }

  private void readTags(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken value = parser.nextToken();
      if (name.equals(waveTag)) {
        wave = firstOf(parser, value);
      } else if (name.equals(personTag)) {
        person = firstOf(parser, value);
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Tags are lists, of which SES fills in one value. */
  private static UTF8String firstOf(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_ARRAY) {
      return scalar(parser, token);
    }
    UTF8String first = null;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      UTF8String value = scalar(parser, parser.currentToken());
      first = first == null ? value : first;
    }
    return first;
  }

  private void readEvent(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "timestamp" -> time = scalar(parser, value);
        case "bounceType", "delayType" -> kind = scalar(parser, value);
        case "bounceSubType", "complaintSubType" -> subKind = scalar(parser, value);
        case "complaintFeedbackType", "reason", "errorMessage" -> detail = scalar(parser, value);
        case "recipients", "bouncedRecipients", "complainedRecipients", "delayedRecipients" ->
            readRecipients(parser, value, recipients);
        default -> parser.skipChildren();
      }
    }
  }

  /** Addresses, or objects that hold one. */
  private static void readRecipients(JsonParser parser, JsonToken token, List<UTF8String> into)
      throws IOException {
    if (token != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    JsonToken element;
    while ((element = parser.nextToken()) != JsonToken.END_ARRAY) {
      if (element == JsonToken.START_OBJECT) {
        String name;
        while ((name = parser.nextFieldName()) != null) {
          JsonToken value = parser.nextToken();
          if (name.equals("emailAddress")) {
            add(into, scalar(parser, value));
          } else {
            parser.skipChildren();
          }
        }
      } else {
        add(into, scalar(parser, element));
      }
    }
  }

  private static void add(List<UTF8String> into, UTF8String address) {
    if (address != null && !into.contains(address)) {
      into.add(address);
    }
  }

  private static UTF8String scalar(JsonParser parser, JsonToken token) throws IOException {
    if (!token.isScalarValue()) {
      parser.skipChildren();
      return null;
    }
    return Json.text(parser);
  }

  private static final UTF8String SLASH = UTF8String.fromString("/");
  private static final UTF8String BOUNCE = UTF8String.fromString("Bounce");
  private static final UTF8String PERMANENT = UTF8String.fromString("Permanent");

  /** Such a message is not tried, and does not count among the bounces. */
  private static final UTF8String SUPPRESSION_LIST =
      UTF8String.fromString("OnAccountSuppressionList");

  private static final UTF8String COMPLAINT = UTF8String.fromString("Complaint");

  /** The recipient took the message out of the spam folder: the opposite of a complaint. */
  private static final UTF8String NOT_SPAM = UTF8String.fromString("not-spam");

  private static final UTF8String SUPPRESSED = word(NoticeEventType.SUPPRESSED);
  private static final UTF8String NOTED = word(NoticeEventType.NOTED);
  private static final UTF8String HARD = word(NoticeEventType.HARD_BOUNCED);
  private static final UTF8String SOFT = word(NoticeEventType.SOFT_BOUNCED);
  private static final UTF8String UNKNOWN = word(NoticeEventType.UNKNOWN);
  private static final java.util.Map<UTF8String, UTF8String> TYPES =
      java.util.Map.of(
          UTF8String.fromString("Send"), word(NoticeEventType.SENT),
          UTF8String.fromString("Delivery"), word(NoticeEventType.DELIVERED),
          UTF8String.fromString("DeliveryDelay"), word(NoticeEventType.DELAYED),
          UTF8String.fromString("Complaint"), word(NoticeEventType.COMPLAINED),
          UTF8String.fromString("Reject"), word(NoticeEventType.REJECTED),
          UTF8String.fromString("Rendering Failure"), word(NoticeEventType.REJECTED),
          UTF8String.fromString("Open"), word(NoticeEventType.OPENED),
          UTF8String.fromString("Click"), word(NoticeEventType.CLICKED),
          UTF8String.fromString("Subscription"), word(NoticeEventType.NOTED));

  private static UTF8String typeOf(
      UTF8String word, UTF8String bounceType, UTF8String bounceSubType, UTF8String feedback) {
    if (word.equals(BOUNCE)) {
      if (SUPPRESSION_LIST.equals(bounceSubType)) {
        return SUPPRESSED;
      }
      return PERMANENT.equals(bounceType) ? HARD : SOFT;
    }
    if (word.equals(COMPLAINT) && NOT_SPAM.equals(feedback)) {
      return NOTED;
    }
    return TYPES.getOrDefault(word, UNKNOWN);
  }

  private static UTF8String word(NoticeEventType type) {
    return UTF8String.fromString(type.word());
  }
}
