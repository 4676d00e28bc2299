package aftermath.extract.form;

import aftermath.incident.Recipient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What a recipient asks, answered in its own words. */
public interface Form {

  /** Filled as far as the tables and the incident file know. */
  ObjectNode filled(FormFacts facts);

  /** The form of a vocabulary; empty of one that has none. */
  static Optional<Form> of(Recipient recipient) {
    return Optional.ofNullable(
        Map.<String, Form>of(
                "oaic", new OaicForm(),
                "edpb", new EdpbForm(),
                "ico", new IcoForm(),
                "hhs", new HhsForm(),
                "maine", new MaineForm())
            .get(recipient.vocabulary()));
  }
}
