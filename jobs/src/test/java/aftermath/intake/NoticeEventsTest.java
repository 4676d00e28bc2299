package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.incident.Format;
import aftermath.incident.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeEventsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Send, sent", "Delivery, delivered", "DeliveryDelay, delayed", "Complaint, complained",
    "Reject, rejected", "Rendering Failure, rejected", "Open, opened", "Click, clicked",
    "Subscription, noted", "Something New, unknown", "Bounce, soft_bounced"
  })
  void readsEveryTypeOfEvent(String delivered, String type) throws IOException {
    List<String> rows =
        ses(
            """
            {"eventType":"%s","mail":{"timestamp":"2025-07-02T00:00:00Z","messageId":"m","destination":["a@b"],"tags":{"wave":["second"],"customer_id":["C1"]}}}
            """
                .formatted(delivered));

    assertEquals(
        List.of(
            "1|ses|email|m|%s|1751414400000000|second|a@b|C1|customer_id|-|%s"
                .formatted(type, delivered)),
        rows);
  }

  @Test
  void givesEachRecipientOfABounceARowWithTheBounceSTime() throws IOException {
    List<String> rows =
        ses(
            """
            {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","timestamp":"2025-07-02T00:00:01.5Z","bouncedRecipients":[{"emailAddress":"a@b","status":"5.1.1"},{"emailAddress":"c@d"}]},"mail":{"timestamp":"2025-07-02T00:00:00Z","messageId":"m","destination":["a@b","c@d","e@f"]}}
            """);

    assertEquals(
        List.of(
            "1|ses|email|m|hard_bounced|1751414401500000|first|a@b|-|-|Permanent/General|Bounce",
            "1|ses|email|m|hard_bounced|1751414401500000|first|c@d|-|-|Permanent/General|Bounce"),
        rows);
  }

  @Test
  void anAddressOnTheAccountSSuppressionListWasNotTried() throws IOException {
    assertEquals(
        List.of(
            "1|ses|email|m|suppressed|1751414401000000|first|a@b|-|-|Permanent/OnAccountSuppressionList|Bounce"),
        ses(
            """
            {"eventType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"OnAccountSuppressionList","timestamp":"2025-07-02T00:00:01Z","bouncedRecipients":[{"emailAddress":"a@b"}]},"mail":{"timestamp":"2025-07-02T00:00:00Z","messageId":"m"}}
            """));
  }

  @Test
  void takingAMessageOutOfTheSpamFolderIsNoComplaint() throws IOException {
    assertEquals(
        List.of("1|ses|email|m|noted|1751414401000000|first|a@b|-|-|not-spam|Complaint"),
        ses(
            """
            {"eventType":"Complaint","complaint":{"complaintFeedbackType":"not-spam","timestamp":"2025-07-02T00:00:01Z","complainedRecipients":[{"emailAddress":"a@b"}]},"mail":{"timestamp":"2025-07-02T00:00:00Z","messageId":"m"}}
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"Type":"Notification","MessageId":"n","TopicArn":"arn:aws:sns:x","Message":"{\\"notificationType\\":\\"Delivery\\",\\"delivery\\":{\\"timestamp\\":\\"2025-07-02T00:00:01Z\\",\\"recipients\\":[\\"a@b\\"]},\\"mail\\":{\\"timestamp\\":\\"2025-07-02T00:00:00Z\\",\\"messageId\\":\\"m\\"}}","Timestamp":"2025-07-02T00:00:09Z"}
        """,
        """
        {"version":"0","detail-type":"Email Delivered","source":"aws.ses","detail":{"eventType":"Delivery","delivery":{"timestamp":"2025-07-02T00:00:01Z","recipients":["a@b"]},"mail":{"timestamp":"2025-07-02T00:00:00Z","messageId":"m"}}}
        """
      })
  void looksIntoTheEnvelopeOfANotification(String line) throws IOException {
    assertEquals(
        List.of("1|ses|email|m|delivered|1751414401000000|first|a@b|-|-|-|Delivery"), ses(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"Type":"SubscriptionConfirmation","MessageId":"n","Message":"You have chosen to subscribe"}
        """,
        """
        {"Type":"Notification","Message":"{\\"notificationType\\":\\"Del"}
        """
      })
  void setsAsideANotificationThatCarriesNoWholeEvent(String line) throws IOException {
    assertEquals(List.of(), ses(line));
  }

  @Test
  void readsLettersFromJsonAsWellAsFromCsv() throws IOException {
    Source letters = Incidents.letters(Format.NDJSON, "x");
    Path path =
        Files.writeString(
            folder.resolve("letters"),
            "{\"letter_id\":\"L1\",\"event\":\"returned\",\"event_date\":\"2025-07-10\",\"return_reason\":\"Gone away\"}\n");

    assertEquals(
        List.of("1|print-house|post|L1|hard_bounced|1752069600000000|-|-|-|-|Gone away|returned"),
        ReadDelivery.of(path, Incidents.of(letters), letters).kept());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-07-02, 2025-07-01T14:00:00Z",
    "2025-07-02T10:30, 2025-07-02T00:30:00Z",
    "2025-07-02 10:30:15, 2025-07-02T00:30:15Z",
    "2025-07-02T10:30:15.123456789Z, 2025-07-02T10:30:15.123456Z",
    "2025-07-02T10:30:15+02:00, 2025-07-02T08:30:15Z",
    "2025-07-02T10:30:15-0330, 2025-07-02T14:00:15Z",
    "2025-07-02T10:30+10, 2025-07-02T00:30:00Z",
    "02/07/2025, 2025-07-01T14:00:00Z",
    "02/07/2025 10:30, 2025-07-02T00:30:00Z",
    "02/01/2025 10:30:15, 2025-01-01T23:30:15Z",
    "1751416215, 2025-07-02T00:30:15Z",
    "1751416215.123456789, 2025-07-02T00:30:15.123456Z",
    "1751416215.5, 2025-07-02T00:30:15.5Z",
    "999999999, 2001-09-09T01:46:39Z",
    "1751416215123, 2025-07-02T00:30:15.123Z",
    "'Wed, 2 Jul 2025 10:30:15 +1000 (AEST)', 2025-07-02T00:30:15Z",
    "'Wed, 02 Jul 2025 10:30:15 -0330', 2025-07-02T14:00:15Z",
    "'wed,  2  jul  2025 10:30 +0000', 2025-07-02T10:30:00Z",
    "2 Jul 2025 10:30:15 -0000, 2025-07-02T10:30:15Z",
    "12 Jul 2025 10:30:15 GMT, 2025-07-12T10:30:15Z",
    "'Wed, 2 Jul 2025 10:30:15 UT', 2025-07-02T10:30:15Z",
    "'Wed, 2 Jul 2025 10:30:15 UTC', 2025-07-02T10:30:15Z",
    "'Wed, 2 Jul 2025 10:30:15 EST', 2025-07-02T15:30:15Z",
    "'Wed, 2 Jul 2025 10:30:15 PDT', 2025-07-02T17:30:15Z",
    "'Wed, 2 Jul 2025 10:30:15', 2025-07-02T00:30:15Z"
  })
  void readsTimesInTheIncidentSZone(String written, String expected) {
    Instant instant = Instant.parse(expected);
    long micros = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;

    assertEquals(micros, micros(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2025",
        "2025-7-2",
        "2025-02-30",
        "2025-07-02T",
        "2025-07-02T25:00",
        "2025-07-02T10:30:15+",
        "2025-07-02T10:30:15+99:00",
        "2/7/2025",
        "07/31/2025",
        "2025-07-02T10:30:15Z tail",
        "2025-07-02T10:30:15.",
        "20250702",
        "17514162150",
        "175141621512",
        "17514162151234",
        "99999999999999999999999999",
        "1751416215.",
        "1751416215,5",
        "1751416215.5 tail",
        "1751416215123.5",
        "-1751416215",
        "1751416215Z",
        "Wed, 2 Jul 2025",
        "Wed 2 Jul 2025 10:30:15 +1000",
        "Day, 2 Jul 2025 10:30:15 +1000",
        "Wed, 2 Jly 2025 10:30:15 +1000",
        "Wed, 31 Jun 2025 10:30:15 +1000",
        "Wed, 2 Jul 2025 24:30:15 +1000",
        "Wed, 2 Jul 2025 10:30:15 AEST",
        "Wed, 2 Jul 2025 10:30:15 +9900",
        "Wed, 2 Jul 2025 10:30:15 +1000 tail",
        "Wed, 2 Jul 25 10:30:15 +1000"
      })
  void refusesWhatIsNoTime(String written) {
    assertEquals(EventTimes.UNREADABLE, micros(written));
  }

  private static long micros(String written) {
    return new EventTimes(ZoneId.of("Australia/Sydney")).micros(UTF8String.fromString(written));
  }

  private List<String> ses(String text) throws IOException {
    Source source = Incidents.ses("x");
    Path path = Files.writeString(folder.resolve("events"), text);
    return ReadDelivery.of(path, Incidents.of(source), source).kept();
  }
}
