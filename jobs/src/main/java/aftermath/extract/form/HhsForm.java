package aftermath.extract.form;

import aftermath.extract.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/**
 * The US Department of Health and Human Services: the columns of its public list of breaches of 500
 * people and more (45 CFR 164.408).
 */
final class HhsForm implements Form {

  @Override
  public ObjectNode filled(FormFacts facts) {
    ObjectNode form = Json.object();
    form.put("form", "HHS breach of unsecured protected health information");
    form.put("Name of Covered Entity", facts.incident().organisation());
    form.put("State", facts.answer("State"));
    form.put("Covered Entity Type", facts.answer("Covered Entity Type"));
    form.set("Individuals Affected", facts.people().number());
    form.put(
        "Breach Submission Date",
        LocalDate.ofInstant(facts.madeAt(), facts.incident().timeZone()).toString());
    form.put("Type of Breach", facts.answer("Type of Breach"));
    form.put("Location of Breached Information", facts.answer("Location of Breached Information"));
    form.put("Business Associate Present", facts.answer("Business Associate Present"));
    facts.kinds().forEach(form.putArray("Type of Protected Health Information Involved")::add);
    form.put("Web Description", facts.answer("Web Description"));
    return form;
  }
}
