package aftermath.extract.form;

import java.util.List;

/** Why a form cannot be filled, as a sentence. */
public final class FormMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private FormMistake(String message) {
    super(message, null, false, false);
  }

  static FormMistake notOfTheTemplate(List<String> mistakes) {
    return new FormMistake(
        "The answers of the recipient with the vocabulary edpb do not fit the template; mend them in"
            + " the incident file:\n  "
            + String.join("\n  ", mistakes));
  }
}
