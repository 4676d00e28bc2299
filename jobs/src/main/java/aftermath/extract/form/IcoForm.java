package aftermath.extract.form;

import aftermath.extract.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** The UK Information Commissioner: the numbers of its breach report, in its statistics' bands. */
final class IcoForm implements Form {

  @Override
  public ObjectNode filled(FormFacts facts) {
    ObjectNode form = Json.object();
    form.put("form", "ICO personal data breach");
    form.put("organisation", facts.incident().organisation());
    form.put("description", facts.incident().title());
    form.put("incident_category", facts.incident().cause().source());
    form.put("incident_type", facts.incident().cause().kind());
    facts.kinds().forEach(form.putArray("data_types")::add);
    ObjectNode people = facts.people().number();
    people.put("band", Bands.ico(facts.people()));
    form.set("number_of_data_subjects", people);
    form.set("number_of_records", facts.records().number());
    form.put("number_is", facts.isExact() ? "exact" : "approximate");
    facts.peopleThere().ifPresent(there -> form.set("data_subjects_in_the_uk", there.number()));
    form.put("data_subject_types", facts.answer("data_subject_types"));
    form.put("likelihood_of_harm", facts.answer("likelihood_of_harm"));
    form.put("sector", facts.answer("sector"));
    form.put(
        "time_taken_to_report",
        Bands.icoTime(
            Duration.between(facts.incident().timeline().awareAt(), facts.firstReleasedAt())));
    return form;
  }
}
