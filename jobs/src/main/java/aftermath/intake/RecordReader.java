package aftermath.intake;

import java.io.Closeable;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;

/** Reads the rows of one split, whatever its format. */
abstract class RecordReader implements Closeable {
  private String reason;
  private String text;

  /** What became of the next record. */
  enum Outcome {
    KEPT,
    SET_ASIDE,
    END
  }

  abstract Outcome next() throws IOException;

  /** The line, or for formats without lines the number, of the record last read. */
  abstract long line();

  /** The row last kept; valid until the next call of {@code next}. */
  abstract InternalRow row();

  /** Why the record last read was set aside. */
  String reason() {
    return reason;
  }

  /** Whether the file was damaged, so that everything behind the record last read is missing. */
  abstract boolean isCutOff();

  /** The record that was set aside, as delivered. */
  String text() {
    return text;
  }

  protected Outcome setAside(String why, String what) {
    reason = why;
    text = what;
    return Outcome.SET_ASIDE;
  }

  /** The same with as much of the record as is kept. */
  protected Outcome setAsideCut(String why, String whole) {
    return whole.length() > Records.TEXT_KEPT
        ? setAside(Reasons.withTextCut(why), whole.substring(0, Records.TEXT_KEPT))
        : setAside(why, whole);
  }
}
