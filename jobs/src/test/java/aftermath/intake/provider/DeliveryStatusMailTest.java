package aftermath.intake.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.NoticeEventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryStatusMailTest {

  private static final String FIELDS =
      """
      Reporting-MTA: dns; mx.one.example
      Arrival-Date: Wed, 2 Jul 2025 09:00:00 +1000 (AEST)

      Final-Recipient: rfc822; anna.beispiel@one.example
      Original-Recipient: rfc822;anna@one.example
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 <anna.beispiel@one.example>:
          Recipient address rejected

      Final-Recipient: rfc822; ben@one.example
      Action: delayed
      Status: 4.2.2
      Last-Attempt-Date: Wed, 2 Jul 2025 10:30:15 +1000 (AEST)
      """;

  private static final String RETURNED =
      """
      Return-Path: <notices@sender.example>
      Message-ID:
       <m1@sender.example>
      X-Wave: second
      X-Wave: first
      X-Label: =?utf-8?q?zw=C3=B6lf?=
      Subject: A notice about your data
      """;

  private static final String REPORT =
      """
      Return-Path: <>
      Date: Wed, 2 Jul 2025 10:31:00 +1000
      From: MAILER-DAEMON@mx.one.example
      Subject: Undelivered Mail of Anna
      Auto-Submitted: auto-replied
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status;
       boundary="B/1"
      Message-Id: <r1@mx.one.example>

      This is a MIME-encapsulated message.

      --B/1
      Content-Type: text/plain

      Dear Anna, your mail did not arrive.

      --B/1
      Content-Type: message/delivery-status

      %s
      --B/1
      Content-Type: message/rfc822

      %s
      Dear Anna,
      --B/1--
      """
          .formatted(FIELDS, RETURNED);

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void readsAReportWithEitherEndOfLines(String end) {
    ObjectNode told = told(REPORT.replace("\n", end));

    assertEquals("dns; mx.one.example", told.at("/reported/reporting-mta").asText());
    assertEquals(2, told.path("recipients").size());
    assertEquals(
        "smtp; 550 5.1.1 <anna.beispiel@one.example>: Recipient address rejected",
        told.at("/recipients/0/diagnostic-code").asText());
    assertEquals("<m1@sender.example>", told.at("/original/message-id").asText());
    assertEquals("second", told.at("/original/x-wave").asText());
    assertEquals("zwölf", told.at("/original/x-label").asText());
    assertEquals("<r1@mx.one.example>", told.at("/mail/message-id").asText());
    assertEquals("auto-replied", told.at("/mail/auto-submitted").asText());
    assertFalse(told.path("mail").has("subject"));
  }

  @Test
  void tellsEveryRecipientOfAReport() {
    assertEquals(
        List.of(
            new ProviderEvent(
                "m1@sender.example",
                "failed",
                NoticeEventType.HARD_BOUNCED,
                "Wed, 2 Jul 2025 10:31:00 +1000",
                "anna@one.example",
                "5.1.1"),
            new ProviderEvent(
                "m1@sender.example",
                "delayed",
                NoticeEventType.DELAYED,
                "Wed, 2 Jul 2025 10:30:15 +1000 (AEST)",
                "ben@one.example",
                "4.2.2")),
        new DeliveryStatus().events(told(REPORT)));
  }

  @Test
  void readsWhatIsEncodedAndTheHeadersAlone() {
    String encoded =
        """
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/rfc822-headers
        Content-Transfer-Encoding: quoted-printable

        X-Wave: sec=
        ond
        Message-ID: <m1@sender.example>
        --b
        Content-Type: message/global-delivery-status
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(base64("\n\nFinal-Recipient: utf-8; zoë@one.example\nAction: failed\n"));

    ObjectNode told = told(encoded);

    assertEquals("second", told.at("/original/x-wave").asText());
    assertEquals("utf-8; zoë@one.example", told.at("/recipients/0/final-recipient").asText());
  }

  @Test
  void readsAGroupOfFieldsThatLacksTheEmptyLineBehindThoseOfTheMessage() {
    ObjectNode told =
        told(
            """
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.one.example
            Original-Envelope-Id: N-7
            Final-Recipient: rfc822; anna@one.example
            Action: failed
            """);

    assertEquals("N-7", told.at("/reported/original-envelope-id").asText());
    assertEquals("failed", told.at("/recipients/0/action").asText());
  }

  @Test
  void readsAMailThatWasCutOffWithoutItsLastBoundary() {
    ObjectNode told = told(REPORT.replace("Dear Anna,\n--B/1--\n", ""));

    assertEquals(2, told.path("recipients").size());
    assertEquals("<m1@sender.example>", told.at("/original/message-id").asText());
  }

  @Test
  void neverThrowsForAMailThatEndsAnywhereOrHasBrokenBytes() {
    byte[] mail = REPORT.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int length = 0; length <= mail.length; length++) {
      byte[] cut = Arrays.copyOf(mail, length);
      new DeliveryStatus().events(DeliveryStatusMail.of(cut));
      for (int i = 0; i < length / 20; i++) {
        cut[random.nextInt(length)] = (byte) random.nextInt();
      }
      new DeliveryStatus().events(DeliveryStatusMail.of(cut));
    }
  }

  @Test
  void anAutomaticAnswerIsNoReport() {
    ObjectNode told =
        told(
            """
            Date: Wed, 2 Jul 2025 10:31:00 +1000
            From: Anna <anna@one.example>
            Auto-Submitted: auto-replied
            In-Reply-To: <m1@sender.example>

            Final-Recipient: I am on leave.
            Action: failed
            """);

    assertFalse(told.has("recipients"));
    assertNullWord(told);
  }

  @Test
  void aBounceInFreeTextIsNoReportAndItsFailedRecipientsAreKept() {
    ObjectNode told =
        told(
            """
            X-Failed-Recipients: anna@one.example,
              ben@one.example
            X-Failed-Recipients: cleo@one.example
            Auto-Submitted: auto-replied
            From: Mail Delivery System <Mailer-Daemon@mx.one.example>

            This message was created automatically by mail delivery software.
            """);

    assertEquals(
        "anna@one.example, ben@one.example, cleo@one.example",
        told.at("/mail/x-failed-recipients").asText().replaceAll(" +", " "));
    assertNullWord(told);
  }

  @Test
  void aReportInsideAForwardedMessageIsNotThisMailS() {
    ObjectNode told =
        told(
            """
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: message/rfc822

            %s
            --outer--
            """
                .formatted(REPORT));

    assertFalse(told.has("recipients"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void passesOverAnAttachmentOfAnySize(boolean inLines) throws IOException {
    byte[] line = ("QUFB".repeat(19) + (inLines ? "\r\n" : "")).getBytes(StandardCharsets.UTF_8);
    String head = "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: image/png\n";
    String tail =
        "\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; anna@one.example\nAction: failed\n\n--b--\n";

    ObjectNode told =
        DeliveryStatusMail.of(
            new SequenceInputStream(
                Collections.enumeration(
                    List.of(
                        stream(head + "Content-Transfer-Encoding: base64\n\n"),
                        repeated(line, 400_000),
                        stream(tail)))));

    assertEquals("failed", told.at("/recipients/0/action").asText());
  }

  @Test
  void stopsInContainersThatNest() {
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      nested.append("Content-Type: multipart/mixed; boundary=b").append(i);
      nested.append("\n\n--b").append(i).append('\n');
    }

    assertFalse(told(nested.toString()).has("recipients"));
  }

  @Test
  void endsAtHeadersWithoutEnd() {
    ObjectNode told = told("Date: x\nTo: y\nX-Long: " + "a".repeat(1 << 20) + "\n\n");

    assertEquals("x", told.at("/mail/date").asText());
    assertTrue(told.path("mail").has("damaged"));
  }

  @Test
  void readsTheReportBehindReturnedHeadersThatAreTooLong() {
    ObjectNode told =
        told(
            """
            Content-Type: multipart/report; boundary=b

            --b
            Content-Type: text/rfc822-headers

            X-Wave: second
            From: notices@sender.example
            To: %s
            --b
            Content-Type: message/delivery-status

            Final-Recipient: rfc822; anna@one.example
            Action: failed
            --b--
            """
                .formatted("anna@one.example,".repeat(20_000)));

    assertEquals("second", told.at("/original/x-wave").asText());
    assertEquals("failed", told.at("/recipients/0/action").asText());
  }

  private static void assertNullWord(ObjectNode told) {
    List<ProviderEvent> events = new DeliveryStatus().events(told);
    assertEquals(1, events.size());
    assertEquals(null, events.get(0).word());
  }

  private static ObjectNode told(String mail) {
    return DeliveryStatusMail.of(mail.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Thirty megabytes that are never in memory at once. */
  private static InputStream repeated(byte[] line, int times) {
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        return at == (long) line.length * times ? -1 : line[(int) (at++ % line.length)];
      }
    };
  }

  private static String base64(String text) {
    return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
