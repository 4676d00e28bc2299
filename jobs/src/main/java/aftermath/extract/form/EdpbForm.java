package aftermath.extract.form;

import aftermath.extract.Json;
import aftermath.incident.Timeline;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * European supervisory authorities: the fields of the common template for notifications under Art.
 * 33 GDPR (EDPB, version 1.0 of 8 June 2026) that can be filled from tables. Its structure is
 * checked by the schema beside this class.
 */
final class EdpbForm implements Form {
  private static final String TOLD = "reached";

  /** How the template names why a group was not told, and what that means here. */
  private static final Map<String, String> REASONS =
      Map.of("pending", "phased", "unreachable", "unreachable");

  private static final Map<String, String> DETAILS =
      Map.of(
          "pending", "a notice is on its way, or a channel is still open",
          "unreachable", "every known channel has failed, or none is known");

  @Override
  public ObjectNode filled(FormFacts facts) {
    ObjectNode form = Json.object();
    form.set("notification", notification(facts));
    form.set("occurrence", occurrence(facts.incident().timeline()));
    form.put("controller", facts.incident().organisation());
    form.put("description", facts.incident().title());
    ObjectNode subjects = form.putObject("data_subjects");
    categories(facts, subjects.putArray("categories"));
    subjects.set("number", number(facts, facts.people()));
    ObjectNode data = form.putObject("data");
    facts.kinds().forEach(data.putArray("types")::add);
    data.set("number_of_records", number(facts, facts.records()));
    form.set("risk", risk(facts));
    form.set("communication", communication(facts));
    ArrayNode countries = form.putArray("countries");
    facts
        .peopleByCountry()
        .forEach(
            (country, people) ->
                countries.addObject().put("country", country).set("number", number(facts, people)));
    checkStructure(form);
    return form;
  }

  private static ObjectNode notification(FormFacts facts) {
    ObjectNode node = Json.object();
    node.put("type", facts.previous().isEmpty() ? "new" : "follow-up");
    node.put(
        "sub_type",
        switch (facts.phase()) {
          case "final" -> "complete";
          case "withdrawn" -> "withdraw";
          default -> "incomplete";
        });
    node.put("id", facts.incident().id() + "/" + facts.number());
    node.put(
        "previous_id",
        facts.previous().map(number -> facts.incident().id() + "/" + number).orElse(null));
    return node;
  }

  private static ObjectNode occurrence(Timeline timeline) {
    ObjectNode node = Json.object();
    Optional<Instant> until = timeline.occurredUntil().or(timeline::containedAt);
    node.put(
        "kind",
        timeline.occurredFrom().isEmpty()
            ? "cannot be determined"
            : until.isEmpty() ? "ongoing" : "range");
    node.put("from", timeline.occurredFrom().map(Instant::toString).orElse(null));
    node.put("until", until.map(Instant::toString).orElse(null));
    node.put("aware_at", timeline.awareAt().toString());
    return node;
  }

  private static void categories(FormFacts facts, ArrayNode categories) {
    String given = facts.answer("data_subject_categories");
    if (given == null) {
      categories.add("not yet known");
      return;
    }
    for (String category : given.split(",")) {
      categories.add(category.strip().toLowerCase(Locale.ROOT));
    }
  }

  private static ObjectNode number(FormFacts facts, Told told) {
    ObjectNode node = Json.object();
    node.put("value", told.value());
    node.put(
        "qualifier",
        !told.isPublished() ? "cannot be determined" : facts.isExact() ? "exact" : "approximate");
    node.put("words", told.words());
    return node;
  }

  private static ObjectNode risk(FormFacts facts) {
    ObjectNode node = Json.object();
    node.put("severity", Optional.ofNullable(facts.answer("severity")).orElse("to be determined"));
    node.put(
        "outcome", Optional.ofNullable(facts.answer("risk")).orElse("more information needed"));
    return node;
  }

  /** All were told or a part of them; of the others, why. */
  private static ObjectNode communication(FormFacts facts) {
    ObjectNode node = Json.object();
    Map<String, Told> reach = facts.peopleByReach();
    Told told = reach.getOrDefault(TOLD, new Told(0L, "0"));
    node.put("made", reach.containsKey(TOLD) ? "yes" : "no, planned");
    node.put("to", reach.keySet().stream().allMatch(TOLD::equals) ? "all" : "subset");
    node.set("told", number(facts, told));
    ArrayNode others = node.putArray("not_told");
    reach.forEach(
        (state, people) -> {
          if (!state.equals(TOLD)) {
            others
                .addObject()
                .put("reason", REASONS.get(state))
                .put("detail", DETAILS.get(state))
                .set("number", number(facts, people));
          }
        });
    return node;
  }

  private static void checkStructure(JsonNode form) {
    try (InputStream text = EdpbForm.class.getResourceAsStream("edpb.schema.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
      List<Error> wrong = schema.validate(form.toString(), InputFormat.JSON);
      if (!wrong.isEmpty()) {
        throw FormMistake.notOfTheTemplate(
            wrong.stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
