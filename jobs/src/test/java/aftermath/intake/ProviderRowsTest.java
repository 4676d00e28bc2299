package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Format;
import aftermath.incident.NoticeSource;
import aftermath.incident.Role;
import aftermath.incident.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a provider's events were logged, they come out the same. */
class ProviderRowsTest {
  private static final String DELIVERED =
      """
      {"email":"a@one.example","timestamp":1751414401,"event":"delivered","sg_message_id":"m1.filter","wave":"second","customer_id":"C1"}""";
  private static final String BOUNCED =
      """
      {"email":"b@one.example","timestamp":1751414402,"event":"bounce","type":"bounce","status":"5.1.1","sg_message_id":"m2.filter"}""";
  private static final List<String> BOTH =
      List.of(
          "sendgrid|email|m1|delivered|1751414401000000|second|a@one.example|C1|customer_id|-|delivered",
          "sendgrid|email|m2|hard_bounced|1751414402000000|first|b@one.example|-|-|5.1.1|bounce");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s\n%s\n",
        "\n  %s\r\n\r\n%s",
        "[%s,%s]\n",
        "[%s]\n[%s]\n",
        "[\n%s,\n%s\n]\n",
        "[\n  [%s],\n  [%s]\n]\n",
        "{\"received_at\":\"2025-07-02\",\"body\":[%s,%s]}\n",
        "{\"body\":%s}\n{\"payload\":%s}\n"
      })
  void bodiesMayBeLoggedInLinesOrListsOrEnvelopes(String log) throws IOException {
    assertEquals(BOTH, kept(log.formatted(DELIVERED, BOUNCED)));
  }

  @Test
  void aBodyMayBeATextInsideALogEntry() throws IOException {
    String text = "[" + DELIVERED + "," + BOUNCED + "]";

    assertEquals(BOTH, kept("{\"at\":1,\"body\":\"%s\"}\n".formatted(text.replace("\"", "\\\""))));
    assertEquals(BOTH, kept("at,body\n1,\"%s\"\n".formatted(text.replace("\"", "\"\""))));
  }

  @Test
  void aCompressedLogIsReadLikeAnyOther() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(("[\n" + DELIVERED + ",\n" + BOUNCED + "]").getBytes(StandardCharsets.UTF_8));
    }

    assertEquals(
        BOTH, bare(read(Files.write(folder.resolve("log.gz"), bytes.toByteArray()), sendGrid())));
  }

  @Test
  void aLongLogIsReadInParts() throws IOException {
    Path log =
        Files.writeString(folder.resolve("log"), (DELIVERED + "\n" + BOUNCED + "\n").repeat(50));

    ReadDelivery read = ReadDelivery.of(log, Incidents.of(sendGrid()), sendGrid(), 1_000);

    assertTrue(read.file().splits().size() > 5);
    assertEquals(100, read.kept().size());
  }

  @Test
  void whatCannotBeReadIsSetAsideAndTheRestIsKept() throws IOException {
    ReadDelivery read =
        read(
            write(
                """
                %s
                {"event":"delivered","timestamp":1751414401
                neither
                []
                {"event":"delivered","timestamp":1751414401}
                {"email":"c@one.example","sg_message_id":"m3"}
                {"event":"delivered","timestamp":"soon","sg_message_id":"m4"}
                %s
                """
                    .formatted(DELIVERED, BOUNCED)),
            sendGrid());

    assertEquals(BOTH, bare(read));
    assertEquals(
        List.of(
            "2: not valid JSON at column 44",
            "3: line is neither JSON nor a posted form",
            "4: tells of no message",
            "5: event has no message id",
            "6: row does not say what happened: the event is empty",
            "7: " + Reasons.unreadableTime()),
        read.setAside().stream().map(row -> row[0] + ": " + row[1]).toList());
  }

  @Test
  void aListThatIsCutOffGivesWhatCameBeforeTheCut() throws IOException {
    ReadDelivery read = read(write("[\n" + DELIVERED + ",\n" + BOUNCED + ",\n{\"ev"), sendGrid());

    assertEquals(BOTH, bare(read));
    assertEquals(1, read.setAside().size());
  }

  @Test
  void nothingIsTakenForTheHeaderOfALogWhoseOwnCannotBeRead() throws IOException {
    ReadDelivery read = read(write("\"event,at\nsg_message_id,event\nm1,delivered\n"), sendGrid());

    assertEquals(List.of(), read.kept());
    assertEquals(1, read.setAside().size());
    assertTrue(read.setAside().get(0)[1].startsWith("the header cannot be read"));
  }

  @Test
  void postedFormsAreReadAndTheLogSaysWhen() throws IOException {
    Source twilio = source(Format.TWILIO_SMS, "sms", Map.of("occurred_at", List.of("Logged At")));

    assertEquals(
        List.of("sendgrid|sms|SM1|delivered|1751414401000000|first|+61491570156|-|-|-|delivered"),
        bare(
            read(
                write(
                    """
                    Logged At,MessageSid,MessageStatus,To
                    2025-07-02T00:00:01Z,SM1,delivered,+61491570156
                    """),
                twilio)));
    assertEquals(
        List.of("sendgrid|sms|SM1|delivered|1751414401000000|first|+61491570156|-|-|-|delivered"),
        bare(
            read(
                write(
                    """
                    {"logged at":"2025-07-02T00:00:01Z","body":"MessageSid=SM1&MessageStatus=delivered&To=+61491570156"}
                    """),
                twilio)));
  }

  @Test
  void mailsOfAnMboxAreReadOneByOne() throws IOException {
    String mail =
        """
        From MAILER-DAEMON Wed Jul  2 10:30:15 2025
        Date: Wed, 2 Jul 2025 10:30:15 +1000
        Content-Type: multipart/report; report-type=delivery-status; boundary=B

        --B
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.one.example
        Original-Envelope-Id: m%d

        Final-Recipient: rfc822; a@one.example
        Action: failed
        Status: 5.1.1

        --B--

        """;
    ReadDelivery read =
        read(
            write(mail.formatted(1) + "Subject: On holiday\n\nFrom here\n\n" + mail.formatted(2)),
            source(Format.DELIVERY_STATUS, "email", Map.of()));

    assertEquals(
        List.of(
            "1|sendgrid|email|m1|hard_bounced|1751416215000000|first|a@one.example|-|-|5.1.1|failed",
            "21|sendgrid|email|m2|hard_bounced|1751416215000000|first|a@one.example|-|-|5.1.1|failed"),
        read.kept());
  }

  private List<String> kept(String log) throws IOException {
    return bare(read(write(log), sendGrid()));
  }

  /** Without the line, in which logs differ. */
  private static List<String> bare(ReadDelivery read) {
    return read.kept().stream().map(row -> row.substring(row.indexOf('|') + 1)).toList();
  }

  private Path write(String log) throws IOException {
    return Files.writeString(folder.resolve("log"), log);
  }

  private static ReadDelivery read(Path log, Source source) {
    return ReadDelivery.of(log, Incidents.of(source), source);
  }

  private static Source sendGrid() {
    return source(Format.SENDGRID, "email", Map.of());
  }

  private static Source source(Format format, String channel, Map<String, List<String>> columns) {
    return new Source(
        "events",
        Role.NOTICE_EVENTS,
        format,
        List.of("x"),
        Incidents.CSV,
        columns,
        List.of(),
        Optional.empty(),
        Optional.of(
            new NoticeSource(
                "sendgrid",
                channel,
                Optional.of("wave"),
                Optional.of("first"),
                Optional.of("customer_id"),
                Optional.of("customer_id"),
                Map.of())),
        Optional.empty());
  }
}
