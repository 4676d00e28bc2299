package aftermath.intake;

import java.io.Serializable;
import java.time.Instant;

/**
 * A file that an earlier run took in for the same source.
 *
 * @param isCounted whether its rows are in the tables: it was not taken back
 */
public record TakenFile(
    String path, long size, Instant modifiedAt, String sha256, boolean isCounted)
    implements Serializable {

  /** What the delivery is called. */
  String id() {
    return sha256.substring(0, 16);
  }
}
