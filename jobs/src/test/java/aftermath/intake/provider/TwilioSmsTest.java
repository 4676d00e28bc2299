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

class TwilioSmsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TwilioSms twilio = new TwilioSms();

  @Test
  void readsAFormAsItIsPosted() throws JsonProcessingException {
    JsonNode form =
        json(
            """
            {"SmsSid":"SM1","SmsStatus":"delivered","MessageStatus":"delivered","To":"+61491570156",
             "MessageSid":"SM1","AccountSid":"AC1","From":"+61491570157","ApiVersion":"2010-04-01"}
            """);

    assertEquals(
        List.of(
            new ProviderEvent(
                "SM1", "delivered", NoticeEventType.DELIVERED, null, "+61491570156", null)),
        twilio.events(form));
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, NOTED", "scheduled, NOTED", "queued, NOTED", "sending, NOTED",
    "sent, SENT", "delivered, DELIVERED", "read, DELIVERED", "undelivered, SOFT_BOUNCED",
    "failed, REJECTED", "canceled, REJECTED", "receiving, NOTED", "received, NOTED",
    "partially_delivered, UNKNOWN", "delivery_unknown, UNKNOWN", "vanished, UNKNOWN"
  })
  void knowsEveryStatusAndKeepsTheOthersWords(String status, NoticeEventType type)
      throws JsonProcessingException {
    ProviderEvent event = only("{'MessageSid':'SM1','MessageStatus':'" + status + "'}");

    assertEquals(type, event.type());
    assertEquals(status, event.word());
  }

  @ParameterizedTest
  @CsvSource({
    "21211, HARD_BOUNCED, HARD_BOUNCED", "21610, SUPPRESSED, SUPPRESSED",
    "21614, HARD_BOUNCED, HARD_BOUNCED", "21635, HARD_BOUNCED, HARD_BOUNCED",
    "30001, SOFT_BOUNCED, SOFT_BOUNCED", "30002, REJECTED, REJECTED",
    "30003, SOFT_BOUNCED, SOFT_BOUNCED", "30004, SOFT_BOUNCED, SOFT_BOUNCED",
    "30005, HARD_BOUNCED, HARD_BOUNCED", "30006, HARD_BOUNCED, HARD_BOUNCED",
    "30007, REJECTED, REJECTED", "30008, SOFT_BOUNCED, SOFT_BOUNCED",
    "30034, REJECTED, REJECTED", "30036, SOFT_BOUNCED, SOFT_BOUNCED",
    "39999, SOFT_BOUNCED, REJECTED"
  })
  void aCodeSaysWhatAFailureMeans(String code, NoticeEventType undelivered, NoticeEventType failed)
      throws JsonProcessingException {
    String form = "{'MessageSid':'SM1','MessageStatus':'%s','ErrorCode':'%s'}";

    assertEquals(undelivered, only(form.formatted("undelivered", code)).type());
    assertEquals(failed, only(form.formatted("failed", code)).type());
    assertEquals(code, only(form.formatted("failed", code)).reason());
  }

  @Test
  void aCodeDoesNotUndoADelivery() throws JsonProcessingException {
    ProviderEvent event = only("{'MessageSid':'SM1','MessageStatus':'sent','ErrorCode':'30005'}");

    assertEquals(NoticeEventType.SENT, event.type());
  }

  @Test
  void aTextIsNoReason() throws JsonProcessingException {
    assertNull(
        only("{'MessageSid':'SM1','MessageStatus':'failed','ErrorCode':'no +61491570156'}")
            .reason());
  }

  @Test
  void neverTakesTheCarrierSDateForATime() throws JsonProcessingException {
    assertNull(
        only("{'MessageSid':'SM1','MessageStatus':'delivered','RawDlrDoneDate':'2507021030'}")
            .time());
  }

  @Test
  void readsNamesAndWordsInAnyCase() throws JsonProcessingException {
    assertEquals(
        new ProviderEvent(
            "SM1", "UNDELIVERED", NoticeEventType.HARD_BOUNCED, null, "+61491570156", "30005"),
        only("{'smssid':'SM1','SMSSTATUS':'UNDELIVERED','errorcode':'30005','to':'+61491570156'}"));
  }

  @ParameterizedTest
  @CsvSource({
    "' 61491570156', +61491570156",
    "61491570156, +61491570156",
    "+61491570156, +61491570156",
    "12345, 12345",
    "0491570156, 0491570156",
    "6149157015612345, 6149157015612345",
    "whatsapp:+61491570156, whatsapp:+61491570156"
  })
  void givesANumberThePlusBackThatAFormLost(String posted, String expected)
      throws JsonProcessingException {
    assertEquals(
        expected,
        only("{'MessageSid':'SM1','MessageStatus':'sent','To':'" + posted + "'}").recipient());
  }

  @Test
  void readsTheEventsOfAStreamEvenWhereTheStatusWithinSaysOtherwise()
      throws JsonProcessingException {
    JsonNode batch =
        json(
            """
            [{"specversion":"1.0","type":"com.twilio.messaging.message.delivered","source":"AB1",
              "id":"EZ1","time":"2025-07-02T00:30:20Z","data":{"messageSid":"SM1",
              "timestamp":"2025-07-02T00:30:15.123Z","messageStatus":"QUEUED","to":"+61491570156"}},
             {"type":"com.twilio.messaging.message.undelivered","time":"2025-07-02T00:30:20Z",
              "data":{"messageSid":"SM2","messageStatus":"UNDELIVERED","errorCode":30003,
              "to":"+61491570157"}},
             {"type":"com.twilio.messaging.inbound-message.received",
              "data":{"messageSid":"SM3","timestamp":"2025-07-02T00:31:00Z"}},
             {"type":"com.twilio.daptbt.link-shortening.link-clicked","data":{"message_sid":"SM1",
              "to":"+61491570156","link_create_time":"2025-07-02T00:00:00.000Z",
              "click_time":"2025-07-02T00:40:00.000Z"}}]
            """);

    assertEquals(
        List.of(
            new ProviderEvent(
                "SM1",
                "delivered",
                NoticeEventType.DELIVERED,
                "2025-07-02T00:30:15.123Z",
                "+61491570156",
                null),
            new ProviderEvent(
                "SM2",
                "undelivered",
                NoticeEventType.SOFT_BOUNCED,
                "2025-07-02T00:30:20Z",
                "+61491570157",
                "30003"),
            new ProviderEvent(
                "SM3", "received", NoticeEventType.NOTED, "2025-07-02T00:31:00Z", null, null),
            new ProviderEvent(
                "SM1",
                "link-clicked",
                NoticeEventType.CLICKED,
                "2025-07-02T00:40:00.000Z",
                "+61491570156",
                null)),
        twilio.parts(batch).stream().flatMap(part -> twilio.events(part).stream()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "7",
        "{'CallSid':'CA1','CallStatus':'completed'}",
        "{'MessageSid':{'a':1},'MessageStatus':['sent']}",
        "{'type':'com.twilio.messaging.message.sent','data':{}}",
        "{'type':'com.twilio.messaging.message.sent','data':[1]}",
        "{'type':'com.twilio.voice.insights.call-summary.complete','data':{'messageSid':'SM1'}}",
        "{'type':'com.twilio.accountsecurity.verify.message.delivered','data':{'message_status':'DELIVERED'}}"
      })
  void tellsNothingOfWhatIsNoMessage(String body) throws JsonProcessingException {
    assertEquals(List.of(), twilio.events(quoted(body)));
    assertNull(twilio.tag(quoted(body), "wave"));
  }

  @Test
  void aTagIsAParameterOfTheCallback() throws JsonProcessingException {
    JsonNode form = quoted("{'MessageSid':'SM1','MessageStatus':'sent','wave':'second'}");
    JsonNode tagged =
        quoted("{'type':'com.twilio.messaging.message.sent','data':{'tags':{'wave':'second'}}}");
    JsonNode addressed =
        quoted(
            "{'type':'com.twilio.messaging.message.sent','data':{'statusCallBackUrl':'https://one.example/sms?x=%&wave=second+try#end'}}");

    assertEquals("second", twilio.tag(form, "wave"));
    assertEquals("second", twilio.tag(tagged, "wave"));
    assertEquals("second try", twilio.tag(addressed, "wave"));
    assertNull(twilio.tag(addressed, "x"));
    assertNull(twilio.tag(form, "person"));
  }

  private ProviderEvent only(String body) throws JsonProcessingException {
    List<ProviderEvent> events = twilio.events(quoted(body));
    assertEquals(1, events.size());
    return events.get(0);
  }

  private static JsonNode quoted(String body) throws JsonProcessingException {
    return json(body.replace('\'', '"'));
  }

  private static JsonNode json(String body) throws JsonProcessingException {
    return MAPPER.readTree(body);
  }
}
