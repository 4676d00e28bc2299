package aftermath.intake.provider;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SendGridTest {

  private static final List<String> ODD = Told.ODD;

  private final SendGrid format = new SendGrid();

  @ParameterizedTest
  @CsvSource({
    "processed, sent",
    "delivered, delivered",
    "deferred, delayed",
    "open, opened",
    "click, clicked",
    "spamreport, complained",
    "unsubscribe, unsubscribed",
    "group_unsubscribe, unsubscribed",
    "group_resubscribe, noted",
    "dropped, rejected",
    "bounce, soft_bounced",
    "account_status_change, unknown"
  })
  void readsEveryWord(String word, String type) {
    assertEquals(
        List.of("m|%s|%s|1751414400|ana@one.example|-".formatted(word, type)),
        Told.by(
            format,
            """
            [{"email":"ana@one.example","timestamp":1751414400,"event":"%s","sg_message_id":"m"}]
            """
                .formatted(word)));
  }

  @Test
  void readsAListOfEventsAndASingleOne() {
    String one = "{\"event\":\"delivered\",\"sg_message_id\":\"m\",\"timestamp\":\"1751414400\"}";

    assertEquals(List.of("m|delivered|delivered|1751414400|-|-"), Told.by(format, one));
    assertEquals(3, Told.by(format, "[" + one + ",[" + one + "," + one + "]]").size());
  }

  @ParameterizedTest
  @CsvSource({
    "sCm0pfDPRjy-HyhHB_5Tuw.recvd-69cbc48b94-n2vpp-1-67D30649-1.0, sCm0pfDPRjy-HyhHB_5Tuw",
    "sCm0pfDPRjy-HyhHB_5Tuw.filterdrecv-p3mdw1-756b745b58-1.0, sCm0pfDPRjy-HyhHB_5Tuw",
    "sCm0pfDPRjy-HyhHB_5Tuw.somethingnew-1.0, sCm0pfDPRjy-HyhHB_5Tuw",
    "sCm0pfDPRjy-HyhHB_5Tuw, sCm0pfDPRjy-HyhHB_5Tuw",
    "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0, 14c5d75ce93.dfd.64b469"
  })
  void givesAllEventsOfAMessageItsId(String written, String id) {
    assertEquals(
        id,
        Told.messageBy(
            format, "{\"event\":\"delivered\",\"sg_message_id\":\"%s\"}".formatted(written)));
  }

  @ParameterizedTest
  @CsvSource({
    "<sCm0pfDPRjy-HyhHB_5Tuw@geopod-ismtpd-8>, sCm0pfDPRjy-HyhHB_5Tuw",
    "<14c5d75ce93.dfd.64b469@ismtpd-555>, 14c5d75ce93.dfd.64b469",
    "<letter-7@mail.one.example>, letter-7@mail.one.example"
  })
  void findsTheMessageOfALateBounceByItsHeader(String header, String id) {
    assertEquals(
        id, Told.messageBy(format, "{\"event\":\"bounce\",\"smtp-id\":\"%s\"}".formatted(header)));
  }

  @ParameterizedTest
  @CsvSource({
    "Bounced Address, suppressed, Bounced Address",
    "Unsubscribed Address, suppressed, Unsubscribed Address",
    "Spam Reporting Address, suppressed, Spam Reporting Address",
    "Invalid, suppressed, Invalid",
    "Spam Content, rejected, Spam Content",
    "Invalid SMTPAPI header, rejected, Invalid SMTPAPI header",
    "Recipient List over Package Quota, rejected, Recipient List over Package Quota",
    "cannot send to ana@one.example, rejected, -"
  })
  void tellsSuppressedFromRefused(String reason, String type, String told) {
    String body = "{\"event\":\"dropped\",\"reason\":\"%s\"}".formatted(reason);

    assertEquals(type, Told.typeBy(format, body));
    assertEquals(told, Told.reasonBy(format, body));
  }

  @ParameterizedTest
  @CsvSource({
    "bounce, Invalid Address, hard_bounced",
    "bounce, Mailbox Unavailable, hard_bounced",
    "blocked, Reputation, soft_bounced",
    "blocked, Unclassified, soft_bounced",
    "blocked, Invalid Address, hard_bounced",
    "expired, Technical Failure, soft_bounced"
  })
  void tellsBouncesForGoodFromOthers(String kind, String classification, String type) {
    String body =
        """
        {"event":"bounce","type":"%s","bounce_classification":"%s","status":"5.1.1","reason":"550 5.1.1 <ana@one.example> is unknown"}
        """
            .formatted(kind, classification);

    assertEquals(type, Told.typeBy(format, body));
    assertEquals(classification + "/5.1.1", Told.reasonBy(format, body));
  }

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 <ana@one.example> is unknown, 550",
    "550-5.1.1 ana@one.example is unknown, 550",
    "5.2.2 mailbox full, 5.2.2",
    "ana@one.example is unknown, -",
    "550@one.example is unknown, -"
  })
  void neverRepeatsATextThatMayQuoteAnAddress(String diagnostic, String reason) {
    assertEquals(
        reason,
        Told.reasonBy(format, "{\"event\":\"bounce\",\"reason\":\"%s\"}".formatted(diagnostic)));
  }

  @Test
  void givesTheStatusOfADelay() {
    assertEquals(
        "400",
        Told.reasonBy(format, "{\"event\":\"deferred\",\"response\":\"400 try again later\"}"));
  }

  @ParameterizedTest
  @CsvSource({"true, machine_opened", "\"True\", machine_opened", "false, opened", "null, opened"})
  void tellsOpensOfMachines(String flag, String type) {
    assertEquals(
        type, Told.typeBy(format, "{\"event\":\"open\",\"sg_machine_open\":%s}".formatted(flag)));
  }

  @Test
  void readsWhatTheSenderGaveTheMessage() {
    String top = "{\"event\":\"open\",\"customer\":\"C1\",\"wave\":2}";
    String nested = "{\"unique_args\":{\"status\":\"C1\"},\"status\":\"5.1.1\"}";

    assertEquals("C1", Told.tagBy(format, top, "customer"));
    assertEquals("2", Told.tagBy(format, top, "wave"));
    assertEquals("C1", Told.tagBy(format, nested, "status"));
    assertEquals("C1", Told.tagBy(format, "{\"custom_args\":{\"customer\":\"C1\"}}", "customer"));
    assertNull(Told.tagBy(format, top, "none"));
  }

  @Test
  void readsACategoryWhetherTextOrList() {
    assertEquals("w1", Told.tagBy(format, "{\"category\":\"w1\"}", "category"));
    assertEquals("w1", Told.tagBy(format, "{\"category\":[\"w1\",\"w2\"]}", "category"));
    assertNull(Told.tagBy(format, "{\"category\":[]}", "category"));
  }

  @Test
  void writesDecimalTimesWithoutAnExponent() {
    assertEquals(
        List.of("m|click|clicked|1751414400|-|-"),
        Told.by(format, "{\"event\":\"click\",\"sg_message_id\":\"m\",\"timestamp\":1.7514144E9}"));
  }

  @Test
  void leavesTheWordOfAPartWithoutEventEmpty() {
    assertEquals(List.of("-|-|unknown|-|-|-"), Told.by(format, "{\"hello\":\"world\"}"));
  }

  @ParameterizedTest
  @FieldSource("ODD")
  void throwsAtNoShape(String body) {
    assertDoesNotThrow(() -> Told.by(format, body));
    assertDoesNotThrow(
        () -> format.parts(Told.json(body)).forEach(part -> format.tag(part, "category")));
  }
}
