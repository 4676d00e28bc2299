package aftermath.extract.form;

import aftermath.extract.Json;
import aftermath.incident.Timeline;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The Attorney General of Maine: the fields of its public notice (10 M.R.S. 1348). */
final class MaineForm implements Form {
  /** From so many on, consumer reporting agencies are told. */
  private static final long AGENCIES = 1_000;

  @Override
  public ObjectNode filled(FormFacts facts) {
    Timeline timeline = facts.incident().timeline();
    ZoneId zone = facts.incident().timeZone();
    ObjectNode form = Json.object();
    form.put("form", "Maine Attorney General data breach notification");
    form.put("entity", facts.incident().organisation());
    form.set("total_number_of_persons_affected", facts.people().number());
    facts
        .peopleThere()
        .ifPresent(there -> form.set("total_number_of_maine_residents", there.number()));
    facts
        .peopleThere()
        .filter(Told::isPublished)
        .ifPresent(
            there ->
                form.put("consumer_reporting_agencies_must_be_told", there.value() > AGENCIES));
    form.put("date_breach_occurred", day(timeline.occurredFrom(), zone));
    form.put("date_breach_ended", day(timeline.occurredUntil().or(timeline::containedAt), zone));
    form.put("date_breach_discovered", day(timeline.detectedAt(), zone));
    form.put("description_of_the_breach", facts.incident().cause().kind());
    facts.kinds().forEach(form.putArray("information_acquired")::add);
    form.put("type_of_notification", facts.answer("type_of_notification"));
    form.put("date_of_consumer_notification", facts.answer("date_of_consumer_notification"));
    form.put(
        "identity_theft_protection_offered", facts.answer("identity_theft_protection_offered"));
    form.put("duration_of_protection", facts.answer("duration_of_protection"));
    form.put("provider_of_protection", facts.answer("provider_of_protection"));
    form.put("notices_in_the_last_12_months", facts.answer("notices_in_the_last_12_months"));
    return form;
  }

  private static String day(Optional<Instant> moment, ZoneId zone) {
    return moment.map(at -> LocalDate.ofInstant(at, zone).toString()).orElse(null);
  }
}
