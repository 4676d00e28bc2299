package aftermath.intake.provider;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class MailgunTest {

  private static final List<String> ODD = Told.ODD;

  private static final String EVENT =
      """
      {"event":"delivered","id":"MXcc2gEpS-eN8HfkOnmK2w","timestamp":1521472262.908181,"recipient":"ana@one.example","message":{"headers":{"to":"Ana <ana@one.example>","message-id":"20250702.1@mg.one.example","from":"Bank <bank@mg.one.example>"}},"user-variables":{"customer":"C1"},"tags":["second","breach"]}
      """;

  private static final String TOLD =
      "20250702.1@mg.one.example|delivered|delivered|1521472262.908181|ana@one.example|-";

  private final Mailgun format = new Mailgun();

  @ParameterizedTest
  @CsvSource({
    "accepted, sent", "rejected, rejected", "delivered, delivered", "opened, opened",
    "clicked, clicked", "unsubscribed, unsubscribed", "complained, complained", "stored, noted",
    "list_member_uploaded, unknown", "failed, unknown"
  })
  void readsEveryWord(String word, String type) {
    assertEquals(
        List.of("-|%s|%s|-|-|-".formatted(word, type)),
        Told.by(format, "{\"event\":\"%s\"}".formatted(word)));
  }

  @Test
  void readsWebhooksAndPagesAndBareEventsAndListsOfThem() {
    String webhook = "{\"signature\":{\"timestamp\":\"1521472263\"},\"event-data\":" + EVENT + "}";
    String page = "{\"items\":[" + EVENT + "," + EVENT + "],\"paging\":{\"next\":\"u\"}}";

    assertEquals(List.of(TOLD), Told.by(format, EVENT));
    assertEquals(List.of(TOLD), Told.by(format, webhook));
    assertEquals(List.of(TOLD, TOLD), Told.by(format, page));
    assertEquals(
        Collections.nCopies(4, TOLD),
        Told.by(format, "[" + EVENT + ",[" + webhook + "]," + page + "]"));
    assertEquals(List.of(), Told.by(format, "{\"items\":[],\"paging\":{}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "temporary, generic, 421, '', delayed, generic/421",
    "temporary, old, 602, '', delayed, old/602",
    "permanent, suppress-bounce, 605, '', suppressed, suppress-bounce/605",
    "permanent, suppress-unsubscribe, 606, '', suppressed, suppress-unsubscribe/606",
    "permanent, suppress-complaint, 607, '', suppressed, suppress-complaint/607",
    "permanent, generic, 605, '', suppressed, generic/605",
    "permanent, old, 602, '', soft_bounced, old/602",
    "permanent, old, 550, hard, soft_bounced, old/550",
    "permanent, generic, 602, '', soft_bounced, generic/602",
    "permanent, generic, 452, '', soft_bounced, generic/452",
    "permanent, espblock, 554, '', soft_bounced, espblock/554",
    "permanent, bounce, 552, soft, soft_bounced, bounce/552",
    "permanent, bounce, 450, hard, hard_bounced, bounce/450",
    "permanent, bounce, 550, hard, hard_bounced, bounce/550",
    "permanent, generic, 554, '', hard_bounced, generic/554",
    "permanent, Not sent to ana@one.example, 0, '', hard_bounced, -"
  })
  void tellsFailuresApart(
      String severity, String reason, int code, String bounce, String type, String told) {
    String body =
        """
        {"event":"failed","severity":"%s","reason":"%s","delivery-status":{"code":%d,"bounce-type":"%s","message":"ana@one.example is unknown","description":null}}
        """
            .formatted(severity, reason, code, bounce);

    assertEquals(type, Told.typeBy(format, body));
    assertEquals(told, Told.reasonBy(format, body));
  }

  @Test
  void trustsTheEnhancedCodeBeforeTheOther() {
    String body =
        """
        {"event":"failed","severity":"permanent","reason":"bounce","delivery-status":{"code":"450","enhanced-code":"5.1.1"}}
        """;

    assertEquals("hard_bounced", Told.typeBy(format, body));
    assertEquals("bounce/5.1.1", Told.reasonBy(format, body));
  }

  @ParameterizedTest
  @CsvSource({
    "opened, apple, machine_opened", "opened, gmail, machine_opened",
    "opened, generic, machine_opened", "opened, '', opened",
    "clicked, generic, noted", "clicked, '', clicked"
  })
  void tellsProgramsFromPersons(String word, String bot, String type) {
    assertEquals(
        type,
        Told.typeBy(
            format,
            """
            {"event":"%s","client-info":{"user-agent":"Mozilla/5.0","bot":"%s"}}
            """
                .formatted(word, bot)));
  }

  @ParameterizedTest
  @CsvSource({
    "delivered, true, noted",
    "delivered, false, delivered",
    "delivered, \"true\", noted",
    "something_new, true, unknown"
  })
  void believesNothingOfMessagesInTestMode(String word, String flag, String type) {
    assertEquals(
        type,
        Told.typeBy(
            format,
            """
            {"event":"%s","flags":{"is-test-mode":%s}}
            """
                .formatted(word, flag)));
  }

  @Test
  void givesAMessageTheSameIdWithAndWithoutAngles() {
    String body = "{\"event\":\"opened\",\"message\":{\"headers\":{\"message-id\":\"%s\"}}}";

    assertEquals("m@mg.one.example", Told.messageBy(format, body.formatted("<m@mg.one.example>")));
    assertEquals("m@mg.one.example", Told.messageBy(format, body.formatted("m@mg.one.example")));
  }

  @ParameterizedTest
  @CsvSource({
    "Ana <ana@one.example>, ana@one.example",
    "ana@one.example, ana@one.example",
    "'Ana <ana@one.example>, Bo <bo@one.example>', -"
  })
  void findsTheRecipientOfARejectedMessageInItsHeaders(String to, String recipient) {
    assertEquals(
        List.of("-|rejected|rejected|-|%s|-".formatted(recipient)),
        Told.by(
            format,
            """
            {"event":"rejected","reject":{"reason":"Free accounts may not send to ana@one.example","description":""},"message":{"headers":{"to":"%s"}}}
            """
                .formatted(to)));
  }

  @ParameterizedTest
  @CsvSource({
    "1521472262.908181, 1521472262.908181",
    "1521472262, 1521472262",
    "\"1521472262.5\", 1521472262.5",
    "1.521472262E9, 1521472262",
    "null, -"
  })
  void writesTimesWithoutAnExponent(String written, String time) {
    assertEquals(
        List.of("-|opened|opened|%s|-|-".formatted(time)),
        Told.by(format, "{\"event\":\"opened\",\"timestamp\":%s}".formatted(written)));
  }

  @Test
  void readsWhatTheSenderGaveTheMessage() {
    assertEquals("C1", Told.tagBy(format, EVENT, "customer"));
    assertEquals("second", Told.tagBy(format, EVENT, "tag"));
    assertEquals(
        "V", Told.tagBy(format, "{\"user-variables\":{\"tag\":\"V\"},\"tags\":[\"T\"]}", "tag"));
    assertNull(Told.tagBy(format, "{\"user-variables\":[],\"tags\":[]}", "tag"));
    assertNull(Told.tagBy(format, EVENT, "event"));
  }

  @Test
  void leavesTheWordOfAPartWithoutEventEmpty() {
    assertEquals(List.of("-|-|unknown|-|-|-"), Told.by(format, "{\"signature\":{}}"));
  }

  @ParameterizedTest
  @FieldSource("ODD")
  void throwsAtNoShape(String body) {
    assertDoesNotThrow(() -> Told.by(format, body));
    assertDoesNotThrow(
        () -> format.parts(Told.json(body)).forEach(part -> format.tag(part, "tag")));
  }
}
