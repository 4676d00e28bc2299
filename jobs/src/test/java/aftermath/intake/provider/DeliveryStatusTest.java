package aftermath.intake.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import aftermath.incident.NoticeEventType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryStatusTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final DeliveryStatus format = new DeliveryStatus();

  @ParameterizedTest
  @CsvSource({
    "failed, 5.1.0, HARD_BOUNCED",
    "failed, 5.1.1, HARD_BOUNCED",
    "failed, 5.1.2, HARD_BOUNCED",
    "failed, 5.1.3, HARD_BOUNCED",
    "failed, 5.1.4, HARD_BOUNCED",
    "failed, 5.1.6, HARD_BOUNCED",
    "failed, 5.1.10, HARD_BOUNCED",
    "failed, 5.2.1, HARD_BOUNCED",
    "failed, 5.4.4, HARD_BOUNCED",
    "failed, 5.7.17, HARD_BOUNCED",
    "failed, 5.7.18, HARD_BOUNCED",
    "failed, 5.0.0, SOFT_BOUNCED",
    "failed, 5.1.7, SOFT_BOUNCED",
    "failed, 5.1.8, SOFT_BOUNCED",
    "failed, 5.2.2, SOFT_BOUNCED",
    "failed, 5.2.3, SOFT_BOUNCED",
    "failed, 5.3.4, SOFT_BOUNCED",
    "failed, 5.4.1, SOFT_BOUNCED",
    "failed, 5.4.7, SOFT_BOUNCED",
    "failed, 5.7.1, SOFT_BOUNCED",
    "failed, 4.4.7, SOFT_BOUNCED",
    "failed, 4.2.1, SOFT_BOUNCED",
    "failed, 4.1.1, SOFT_BOUNCED",
    "Failed, 5.1.1, HARD_BOUNCED",
    "delayed, 4.4.1, DELAYED",
    "delivered, 2.0.0, DELIVERED",
    "relayed, 2.0.0, NOTED",
    "expanded, 2.1.5, NOTED",
    "teleported, 2.0.0, UNKNOWN"
  })
  void anActionAndAStatusSayWhatHappened(String action, String status, NoticeEventType type)
      throws JsonProcessingException {
    ProviderEvent event = only("{'action':'" + action + "','status':'" + status + "'}");

    assertEquals(type, event.type());
    assertEquals(action, event.word());
    assertEquals(status, event.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1 (bad mailbox), , 5.1.1",
    "5.0.0, smtp; 550 5.1.1 <anna@one.example> unknown, 5.1.1",
    "5.0.0, smtp;550-5.2.2 full, 5.2.2",
    "5.0.0, smtp; 550 no such user anna@one.example, 5.0.0",
    "5.7.1, smtp; 550 5.1.1 unknown, 5.7.1",
    ", smtp; 550 5.1.1 unknown, 5.1.1",
    "anna@one.example, , ",
    "5.1.1.7, , "
  })
  void theReasonIsACodeAndNeverAText(String status, String diagnostic, String reason)
      throws JsonProcessingException {
    assertEquals(
        reason,
        only("{'action':'failed','status':'%s','diagnostic-code':'%s'}"
                .formatted(status == null ? "" : status, diagnostic == null ? "" : diagnostic))
            .reason());
  }

  @ParameterizedTest
  @CsvSource({
    "rfc822; anna@one.example, , anna@one.example",
    "rfc822;<anna@one.example>, , anna@one.example",
    "anna@one.example, , anna@one.example",
    "RFC822; box@two.example, rfc822;anna@one.example, anna@one.example",
    "rfc822; box@two.example, rfc822;anna+2Bbank@one.example, anna+bank@one.example",
    "rfc822; box@two.example, rfc822;anna+40@one.example, anna+40@one.example",
    "rfc822; box@two.example, rfc822; unknown, box@two.example",
    "utf-8; zoë@one.example, , zoë@one.example",
    "utf-8; zo\\\\x{EB}@one.example, , zoë@one.example",
    "'x400; /G=Anna/S=Example/C=au/', rfc822; anna@one.example, anna@one.example",
    "rfc822;, , "
  })
  void theRecipientIsWhomTheSenderWroteTo(String last, String original, String recipient)
      throws JsonProcessingException {
    String fields = "{'action':'failed','final-recipient':'%s','original-recipient':'%s'}";

    assertEquals(
        recipient, only(fields.formatted(last, original == null ? "" : original)).recipient());
  }

  @Test
  void anEnvelopeIdNamesTheMessageBeforeItsMessageId() throws JsonProcessingException {
    String both =
        "{'reported':{'original-envelope-id':'N-7'},'recipients':[{}],'original':{'message-id':'<m1@sender.example>'},'mail':{'message-id':'<r1@mx.example>'}}";

    assertEquals("N-7", format.events(json(both)).get(0).messageId());
    assertEquals(
        "m1@sender.example", format.events(json(both.replace("'N-7'", "''"))).get(0).messageId());
  }

  @Test
  void theTimeIsOfTheLastAttemptOrOfTheReportAndNeverOfTheArrival() throws JsonProcessingException {
    JsonNode part =
        json(
            "{'reported':{'arrival-date':'Tue, 1 Jul 2025 09:00:00 +1000'},'mail':{'date':'Wed, 2 Jul 2025 10:31:00 +1000'},'recipients':[{'action':'failed'},{'action':'failed','last-attempt-date':'Wed, 2 Jul 2025 10:30:15 +1000 (AEST)'}]}");

    assertEquals(
        List.of("Wed, 2 Jul 2025 10:31:00 +1000", "Wed, 2 Jul 2025 10:30:15 +1000 (AEST)"),
        format.events(part).stream().map(ProviderEvent::time).toList());
  }

  @Test
  void aTagIsAHeaderOfTheReturnedMessage() throws JsonProcessingException {
    JsonNode part = json("{'original':{'x-wave':'second'},'mail':{'x-person':'C1'}}");

    assertEquals("second", format.tag(part, "X-Wave"));
    assertNull(format.tag(part, "X-Person"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{'recipients':[]}",
        "{'recipients':7,'original':[]}",
        "{'recipients':[7]}",
        "{'recipients':[{'action':['failed']}]}"
      })
  void oddShapesGiveOneEventWithoutAWord(String body) throws JsonProcessingException {
    assertEquals(
        List.of(new ProviderEvent(null, null, NoticeEventType.UNKNOWN, null, null, null)),
        format.events(json(body)));
  }

  private ProviderEvent only(String recipient) throws JsonProcessingException {
    List<ProviderEvent> events = format.events(json("{'recipients':[" + recipient + "]}"));
    assertEquals(1, events.size());
    return events.get(0);
  }

  private static JsonNode json(String body) throws JsonProcessingException {
    return MAPPER.readTree(body.replace('\'', '"'));
  }
}
