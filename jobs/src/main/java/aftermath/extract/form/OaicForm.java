package aftermath.extract.form;

import aftermath.extract.Json;
import aftermath.incident.Timeline;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * The Australian Information Commissioner: statement under s 26WK of the Privacy Act 1988, and the
 * numbers of part two of its form, in the bands of its statistics.
 */
final class OaicForm implements Form {

  @Override
  public ObjectNode filled(FormFacts facts) {
    Timeline timeline = facts.incident().timeline();
    ObjectNode form = Json.object();
    form.put("form", "OAIC notifiable data breach");
    form.put("entity", facts.incident().organisation());
    form.put("description_of_the_breach", facts.incident().title());
    form.put("source_of_breach", facts.incident().cause().source());
    form.put("kind_of_source", facts.incident().cause().kind());
    facts.kinds().forEach(form.putArray("kinds_of_information")::add);
    form.set("individuals_affected_worldwide", people(facts.people()));
    facts
        .peopleThere()
        .ifPresent(people -> form.set("individuals_affected_in_australia", people(people)));
    form.put("number_is", facts.isExact() ? "exact" : "approximate");
    form.put(
        "time_to_identify",
        timeline
            .occurredFrom()
            .flatMap(
                from -> timeline.detectedAt().map(at -> Bands.oaicDays(Duration.between(from, at))))
            .orElse(Bands.UNKNOWN));
    form.put(
        "time_to_notify",
        Bands.oaicDays(Duration.between(timeline.awareAt(), facts.firstReleasedAt())));
    form.put("recommended_steps", facts.answer("recommended_steps"));
    form.put("contact", facts.answer("contact"));
    return form;
  }

  private static ObjectNode people(Told people) {
    ObjectNode node = people.number();
    node.put("band", Bands.oaic(people));
    return node;
  }
}
