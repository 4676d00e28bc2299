package aftermath.intake;

import aftermath.intake.RecordReader.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;

/** What was posted of a provider's events, one body after the other, however it was logged. */
abstract class Bodies implements Closeable {
  private String reason;
  private String text;

  abstract Outcome next() throws IOException;

  /** The body last read: an object or an array. */
  abstract JsonNode body();

  /** The line of the body last read, or its number where there are no lines. */
  abstract long line();

  /** Whether the file was damaged, so that everything behind the body last read is missing. */
  abstract boolean isCutOff();

  /** Why the body last read is set aside. */
  String reason() {
    return reason;
  }

  /** The body that was set aside, as delivered. */
  String text() {
    return text;
  }

  protected Outcome setAside(String why, String what) {
    reason = why;
    text = what;
    return Outcome.SET_ASIDE;
  }
}
