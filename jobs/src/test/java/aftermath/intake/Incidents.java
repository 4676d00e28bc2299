package aftermath.intake;

import aftermath.incident.CsvDialect;
import aftermath.incident.Format;
import aftermath.incident.Incident;
import aftermath.incident.NoticeEventType;
import aftermath.incident.NoticeSource;
import aftermath.incident.Role;
import aftermath.incident.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Incidents that have nothing but sources. */
final class Incidents {

  static final CsvDialect CSV = csv(',', StandardCharsets.UTF_8, Optional.empty());

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
        null,
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
                Map.of())));
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
        Optional.empty());
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
                Map.of("LODGED", NoticeEventType.SENT, "RETURNED", NoticeEventType.HARD_BOUNCED))));
  }
}
