package aftermath.intake;

import aftermath.incident.CsvDialect;
import aftermath.incident.Format;
import aftermath.incident.Incident;
import aftermath.incident.NoticeEventType;
import aftermath.incident.NoticeSource;
import aftermath.incident.ResponseEventType;
import aftermath.incident.ResponseSource;
import aftermath.incident.Role;
import aftermath.incident.Source;
import aftermath.incident.Timeline;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Incidents that have nothing but sources. */
final class Incidents {

  static final CsvDialect CSV = csv(',', StandardCharsets.UTF_8, Optional.empty());

  /** So that events of any year are taken. */
  private static final Timeline LONG_AGO =
      new Timeline(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Instant.parse("1970-03-01T00:00:00Z"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private Incidents() {}

  static CsvDialect csv(char delimiter, Charset encoding, Optional<Charset> fallback) {
    return new CsvDialect(delimiter, '"', true, encoding, fallback);
  }

  static Incident of(Source... sources) {
    return new Incident(
        "test",
        "A test",
        "Nobody",
        null,
        ZoneId.of("Australia/Sydney"),
        "AU",
        LONG_AGO,
        "",
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(sources),
        null,
        null,
        List.of(),
        null,
        null,
        null,
        List.of(),
        List.of(),
        "");
  }

  /** Customers with an id, a name and an e-mail address. */
  static Source customers(Format format, CsvDialect csv, String... paths) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    columns.put("customer_id", List.of("ID"));
    columns.put("family_name", List.of("NAME", "SURNAME"));
    columns.put("email", List.of("EMAIL", "contact.email"));
    return new Source(
        "customers",
        Role.CUSTOMERS,
        format,
        List.of(paths),
        csv,
        columns,
        List.of("ID"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Source ses(String... paths) {
    return new Source(
        "ses",
        Role.NOTICE_EVENTS,
        Format.AMAZON_SES,
        List.of(paths),
        CSV,
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.of(
            new NoticeSource(
                "ses",
                "email",
                Optional.of("wave"),
                Optional.of("first"),
                Optional.of("customer_id"),
                Optional.of("customer_id"),
                Map.of())),
        Optional.empty());
  }

  /** Decisions in columns that are called what they are. */
  static Source clerks(Format format, String... paths) {
    return new Source(
        "clerks",
        Role.LINK_DECISIONS,
        format,
        List.of(paths),
        CSV,
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Calls to the support line. */
  static Source calls(Format format, String... paths) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    columns.put("response_id", List.of("CONTACT_ID"));
    columns.put("event", List.of("RESULT"));
    columns.put("occurred_at", List.of("OFFERED_AT"));
    columns.put("answered_at", List.of("ANSWERED_AT"));
    columns.put("ended_at", List.of("ENDED_AT"));
    columns.put("wrap_up_seconds", List.of("WRAP_UP"));
    columns.put("person", List.of("CUSTOMER_ID"));
    columns.put("channel", List.of("LINE"));
    columns.put("topic", List.of("TOPIC"));
    return new Source(
        "calls",
        Role.RESPONSE_EVENTS,
        format,
        List.of(paths),
        CSV,
        columns,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new ResponseSource(
                "contact-centre",
                "support-line",
                Map.of("overseas", "overseas"),
                Optional.of("customer_id"),
                Map.of("answered", ResponseEventType.ANSWERED),
                Map.of("am i affected", "am-i-affected"))));
  }

  static Source letters(Format format, String... paths) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    columns.put("message_id", List.of("LETTER_ID"));
    columns.put("event", List.of("EVENT"));
    columns.put("occurred_at", List.of("EVENT_DATE"));
    columns.put("person", List.of("CUSTOMER_ID"));
    columns.put("wave", List.of("WAVE"));
    columns.put("reason", List.of("RETURN_REASON"));
    return new Source(
        "letters",
        Role.NOTICE_EVENTS,
        format,
        List.of(paths),
        CSV,
        columns,
        List.of(),
        Optional.empty(),
        Optional.of(
            new NoticeSource(
                "print-house",
                "post",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("customer_id"),
                Map.of("LODGED", NoticeEventType.SENT, "RETURNED", NoticeEventType.HARD_BOUNCED))),
        Optional.empty());
  }
}
