package aftermath.intake;

import java.io.Serializable;

/**
 * A byte range of a delivered file that begins exactly on a record.
 *
 * @param start offset of the first record's first byte
 * @param end offset after the last record that begins in the range
 * @param firstLine physical line, counted from 1, on which the first record begins
 */
public record Split(long start, long end, long firstLine) implements Serializable {

  /**
   * The whole of a file whose offsets say nothing about its text, because the text is compressed,
   * converted or one JSON value.
   */
  static final Split WHOLE = new Split(0, Long.MAX_VALUE, 1);

  boolean isWhole() {
    return end == Long.MAX_VALUE;
  }
}
