package aftermath.intake.provider;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PostmarkTest {

  private static final List<String> ODD = Told.ODD;

  private static final String BOUNCE =
      """
      {"RecordType":"Bounce","ID":4323372036854775807,"Type":"HardBounce","TypeCode":1,"Name":"Hard bounce","Tag":"second","MessageID":"883953f4","Metadata":{"customer":"C1"},"Description":"ana@one.example is unknown","Details":"smtp;550 ana@one.example","Email":"ana@one.example","From":"bank@one.example","BouncedAt":"2025-07-02T00:00:00Z","Inactive":true}
      """;

  private static final String TOLD =
      "883953f4|Bounce|hard_bounced|2025-07-02T00:00:00Z|ana@one.example|HardBounce";

  private final Postmark format = new Postmark();

  @ParameterizedTest
  @CsvSource({
    "Delivery, DeliveredAt, Recipient, delivered",
    "SpamComplaint, BouncedAt, Email, complained",
    "Open, ReceivedAt, Recipient, opened",
    "Click, ReceivedAt, Recipient, clicked",
    "Bounce, BouncedAt, Email, unknown",
    "SubscriptionChange, ChangedAt, Recipient, noted",
    "SMTPApiError, ReceivedAt, Recipient, unknown"
  })
  void readsEveryRecordWithItsOwnNames(String record, String time, String recipient, String type) {
    assertEquals(
        List.of("m|%s|%s|2025-07-02T00:00:00Z|ana@one.example|-".formatted(record, type)),
        Told.by(
            format,
            """
            {"RecordType":"%s","MessageID":"m","%s":"2025-07-02T00:00:00Z","%s":"ana@one.example"}
            """
                .formatted(record, time, recipient)));
  }

  @ParameterizedTest
  @CsvSource({
    "HardBounce, 1, hard_bounced",
    "Transient, 2, delayed",
    "Unsubscribe, 16, unsubscribed",
    "Subscribe, 32, noted",
    "AutoResponder, 64, noted",
    "AddressChange, 128, noted",
    "DnsError, 256, soft_bounced",
    "SpamNotification, 512, soft_bounced",
    "OpenRelayTest, 1024, noted",
    "Unknown, 2048, soft_bounced",
    "SoftBounce, 4096, soft_bounced",
    "VirusNotification, 8192, soft_bounced",
    "ChallengeVerification, 16384, noted",
    "BadEmailAddress, 100000, hard_bounced",
    "SpamComplaint, 100001, complained",
    "ManuallyDeactivated, 100002, suppressed",
    "Unconfirmed, 100003, rejected",
    "Blocked, 100006, soft_bounced",
    "SMTPApiError, 100007, rejected",
    "InboundError, 100008, noted",
    "DMARCPolicy, 100009, soft_bounced",
    "TemplateRenderingFailed, 100010, rejected"
  })
  void readsEveryTypeOfBounceByNameAndByCode(String name, int code, String type) {
    String byName = "{\"RecordType\":\"Bounce\",\"Type\":\"%s\"}".formatted(name);
    String byCode = "{\"RecordType\":\"Bounce\",\"TypeCode\":%d}".formatted(code);
    String byText = "{\"RecordType\":\"Bounce\",\"TypeCode\":\"%d\"}".formatted(code);
    List<String> told = List.of("-|Bounce|%s|-|-|%s".formatted(type, name));

    assertEquals(told, Told.by(format, byName));
    assertEquals(told, Told.by(format, byCode));
    assertEquals(told, Told.by(format, byText));
  }

  @Test
  void takesAnUnforeseenTypeOfBounceForNone() {
    assertEquals(
        List.of("-|Bounce|unknown|-|-|Quarantine"),
        Told.by(format, "{\"RecordType\":\"Bounce\",\"Type\":\"Quarantine\",\"TypeCode\":1}"));
  }

  @Test
  void repeatsNoTextThatQuotesAnAddress() {
    assertEquals(List.of(TOLD), Told.by(format, BOUNCE));
    assertEquals(
        "-", Told.reasonBy(format, "{\"RecordType\":\"Bounce\",\"Type\":\"to ana@one.example\"}"));
  }

  @Test
  void readsListsAndPages() {
    String opens = "{\"TotalCount\":1,\"Opens\":[{\"RecordType\":\"Open\",\"MessageID\":\"m\"}]}";

    assertEquals(List.of(TOLD, TOLD), Told.by(format, "[" + BOUNCE + ",[" + BOUNCE + "]]"));
    assertEquals(
        List.of(TOLD, TOLD),
        Told.by(format, "{\"TotalCount\":2,\"Bounces\":[" + BOUNCE + "," + BOUNCE + "]}"));
    assertEquals(List.of("m|Open|opened|-|-|-"), Told.by(format, opens));
    assertEquals(List.of(), Told.by(format, "{\"TotalCount\":0,\"Bounces\":[]}"));
  }

  @Test
  void knowsABounceThatDoesNotSayWhatItIs() {
    assertEquals(List.of(TOLD), Told.by(format, BOUNCE.replace("\"RecordType\":\"Bounce\",", "")));
  }

  @Test
  void takesStatisticsOfBouncesForNoEvents() {
    assertEquals(
        List.of("-|-|unknown|-|-|-"),
        Told.by(
            format,
            "{\"InactiveMails\":1,\"Bounces\":[{\"Type\":\"HardBounce\",\"Name\":\"Hard bounce\",\"Count\":195}]}"));
  }

  @ParameterizedTest
  @CsvSource({
    "true, ManualSuppression, Recipient, unsubscribed",
    "\"true\", ManualSuppression, Recipient, unsubscribed",
    "true, ManualSuppression, Customer, noted",
    "true, HardBounce, Recipient, noted",
    "true, SpamComplaint, Recipient, noted",
    "false, ManualSuppression, Recipient, noted"
  })
  void takesOnlyTheRecipientSWishForOne(
      String suppressed, String reason, String origin, String type) {
    String body =
        """
        {"RecordType":"SubscriptionChange","MessageID":"m","ChangedAt":"2025-07-02T00:00:00Z","Recipient":"ana@one.example","Origin":"%s","SuppressSending":%s,"SuppressionReason":"%s"}
        """
            .formatted(origin, suppressed, reason);

    assertEquals(type, Told.typeBy(format, body));
    assertEquals(reason + "/" + origin, Told.reasonBy(format, body));
  }

  @Test
  void passesOverAChangeThatHasNoMessage() {
    assertEquals(
        List.of(),
        Told.by(
            format,
            """
            {"RecordType":"SubscriptionChange","MessageID":null,"Recipient":"ana@one.example","Origin":"Customer","SuppressSending":false,"SuppressionReason":null}
            """));
  }

  @Test
  void readsWhatTheSenderGaveTheMessage() {
    assertEquals("C1", Told.tagBy(format, BOUNCE, "customer"));
    assertEquals("second", Told.tagBy(format, BOUNCE, "tag"));
    assertEquals("M", Told.tagBy(format, "{\"Tag\":\"T\",\"Metadata\":{\"tag\":\"M\"}}", "tag"));
    assertNull(Told.tagBy(format, "{\"Tag\":null,\"Metadata\":null}", "tag"));
    assertNull(Told.tagBy(format, BOUNCE, "Email"));
  }

  @Test
  void leavesTheWordOfAPartWithoutRecordEmpty() {
    assertEquals(
        List.of("m|-|unknown|-|-|-"),
        Told.by(format, "{\"FromName\":\"Ana\",\"MessageID\":\"m\"}"));
  }

  @ParameterizedTest
  @FieldSource("ODD")
  void throwsAtNoShape(String body) {
    assertDoesNotThrow(() -> Told.by(format, body));
    assertDoesNotThrow(
        () -> format.parts(Told.json(body)).forEach(part -> format.tag(part, "tag")));
  }
}
