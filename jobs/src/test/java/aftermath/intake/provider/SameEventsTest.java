package aftermath.intake.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.incident.NoticeEventType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened to a message is the same, whoever tells it. */
class SameEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sent           | {\"event\":\"processed\"}",
        "delivered      | {\"event\":\"delivered\"}",
        "delayed        | {\"event\":\"deferred\"}",
        "hard_bounced   | {\"event\":\"bounce\",\"type\":\"bounce\",\"status\":\"5.1.1\"}",
        "soft_bounced   | {\"event\":\"bounce\",\"type\":\"blocked\",\"status\":\"5.7.1\"}",
        "suppressed     | {\"event\":\"dropped\",\"reason\":\"Bounced Address\"}",
        "complained     | {\"event\":\"spamreport\"}",
        "opened         | {\"event\":\"open\",\"sg_machine_open\":false}",
        "machine_opened | {\"event\":\"open\",\"sg_machine_open\":true}",
        "clicked        | {\"event\":\"click\"}"
      })
  void bySendGrid(String type, String event) {
    assertType(type, new SendGrid(), json(event));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sent           | {\"event\":\"accepted\"}",
        "delivered      | {\"event\":\"delivered\"}",
        "delayed        | {\"event\":\"failed\",\"severity\":\"temporary\"}",
        "hard_bounced   | {\"event\":\"failed\",\"severity\":\"permanent\",\"delivery-status\":{\"code\":550,\"enhanced-code\":\"5.1.1\"}}",
        "soft_bounced   | {\"event\":\"failed\",\"severity\":\"permanent\",\"reason\":\"old\",\"delivery-status\":{\"code\":602}}",
        "suppressed     | {\"event\":\"failed\",\"severity\":\"permanent\",\"reason\":\"suppress-bounce\"}",
        "rejected       | {\"event\":\"rejected\"}",
        "complained     | {\"event\":\"complained\"}",
        "opened         | {\"event\":\"opened\",\"client-info\":{\"bot\":\"\"}}",
        "machine_opened | {\"event\":\"opened\",\"client-info\":{\"bot\":\"apple\"}}",
        "clicked        | {\"event\":\"clicked\"}"
      })
  void byMailgun(String type, String event) {
    assertType(type, new Mailgun(), json(event));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "delivered      | {\"RecordType\":\"Delivery\",\"MessageID\":\"m\"}",
        "delayed        | {\"RecordType\":\"Bounce\",\"Type\":\"Transient\",\"MessageID\":\"m\"}",
        "hard_bounced   | {\"RecordType\":\"Bounce\",\"Type\":\"HardBounce\",\"MessageID\":\"m\"}",
        "soft_bounced   | {\"RecordType\":\"Bounce\",\"Type\":\"SoftBounce\",\"MessageID\":\"m\"}",
        "suppressed     | {\"RecordType\":\"Bounce\",\"Type\":\"ManuallyDeactivated\",\"MessageID\":\"m\"}",
        "complained     | {\"RecordType\":\"SpamComplaint\",\"MessageID\":\"m\"}",
        "opened         | {\"RecordType\":\"Open\",\"MessageID\":\"m\"}",
        "clicked        | {\"RecordType\":\"Click\",\"MessageID\":\"m\"}"
      })
  void byPostmark(String type, String event) {
    assertType(type, new Postmark(), json(event));
  }

  @ParameterizedTest
  @CsvSource({
    "sent, sent, ",
    "delivered, delivered, ",
    "hard_bounced, undelivered, 30005",
    "soft_bounced, undelivered, 30003",
    "suppressed, failed, 21610",
    "rejected, canceled, "
  })
  void byTwilio(String type, String status, String code) {
    var form = JSON.createObjectNode().put("MessageSid", "SM1").put("MessageStatus", status);
    assertType(type, new TwilioSms(), code == null ? form : form.put("ErrorCode", code));
  }

  @ParameterizedTest
  @CsvSource({
    "delivered, delivered, 2.1.5",
    "delayed, delayed, 4.4.1",
    "hard_bounced, failed, 5.1.1",
    "soft_bounced, failed, 5.2.2"
  })
  void byReturnedMail(String type, String action, String status) {
    String mail =
        """
        Content-Type: multipart/report; boundary=B

        --B
        Content-Type: message/delivery-status

        Original-Envelope-Id: m

        Final-Recipient: rfc822; a@one.example
        Action: %s
        Status: %s

        --B--
        """
            .formatted(action, status);
    assertType(
        type, new DeliveryStatus(), DeliveryStatusMail.of(mail.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertType(String type, ProviderFormat format, JsonNode body) {
    List<String> types =
        format.parts(body).stream()
            .flatMap(part -> format.events(part).stream())
            .map(ProviderEvent::type)
            .map(NoticeEventType::word)
            .toList();
    assertEquals(List.of(type), types);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
