package aftermath.lakehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What is written into a Delta commit about why it was made. Because it is part of the commit, a
 * table's state and the note about it can never disagree, however the program ends.
 *
 * @param run the run that made the commit
 * @param declaration fingerprint of the table's declaration
 * @param made fingerprint of everything the rows depend on
 */
public record CommitNote(String run, String declaration, String made) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

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
      return JSON.readValue(json, CommitNote.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** The note of a commit that declares a table and makes nothing of it yet. */
  CommitNote ofDeclaration() {
    return new CommitNote(run, declaration, "");
  }
}
