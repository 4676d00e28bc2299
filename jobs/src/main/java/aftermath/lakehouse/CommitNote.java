package aftermath.lakehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is written into a Delta commit about why it was made. Because it is part of the commit, a
 * table's state and the note about it can never disagree, however the program ends.
 *
 * @param run the run that made the commit
 * @param declaration fingerprint of the table's declaration
 * @param basis fingerprint of what the rows depend on besides other tables
 * @param inputs the tables the rows were made from, each with its version
 */
public record CommitNote(String run, String declaration, String basis, Map<String, Long> inputs) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** Makes the same rows as another if both say the same here. */
  String made() {
    return basis + new TreeMap<>(inputs);
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The note in a commit's text; null if the commit is somebody else's. */
  static CommitNote parse(String json) {
    try {
      CommitNote note = JSON.readValue(json, CommitNote.class);
      return note.basis() == null || note.inputs() == null ? null : note;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** The note of a commit behind which a table is not yet as it is declared. */
  CommitNote ofUnfinished() {
    return new CommitNote(run, "", "", Map.of());
  }

  /** The note of a commit that declares a table and makes nothing of it yet. */
  CommitNote ofDeclaration() {
    return new CommitNote(run, declaration, "", Map.of());
  }
}
