package aftermath.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** The splits that one task reads, one after the other. */
record SplitsToRead(List<Piece> pieces) implements InputPartition {

  private static final long LARGEST = 64L << 20;
  private static final long SMALLEST = 4L << 20;

  /** What opening a file costs, in bytes that could have been read instead. */
  private static final long OPENING = 256 * 1024;

  private static final int COMPRESSED_WEIGHT = 4;

  /**
   * One split of one file of one source.
   *
   * @param layout position in the list of layouts
   */
  record Piece(DeliveredFile file, Split split, int layout) implements java.io.Serializable {

    long weight() {
      long bytes = split.isWhole() ? file.size() : split.end() - split.start();
      return OPENING + (file.compression() == Compression.NONE ? bytes : COMPRESSED_WEIGHT * bytes);
    }
  }

  /**
   * Packs pieces in their order, so that a thousand small files are a few tasks, and a single big
   * one is as many as can run at once.
   */
  static List<SplitsToRead> packed(List<Piece> pieces, int parallelism) {
    long total = pieces.stream().mapToLong(Piece::weight).sum();
    long target = Math.max(SMALLEST, Math.min(LARGEST, total / Math.max(1, parallelism) + 1));
    List<SplitsToRead> packed = new ArrayList<>();
    List<Piece> current = new ArrayList<>();
    long weight = 0;
    for (Piece piece : pieces) {
      if (!current.isEmpty() && weight + piece.weight() / 2 > target) {
        packed.add(new SplitsToRead(current));
        current = new ArrayList<>();
        weight = 0;
      }
      current.add(piece);
      weight += piece.weight();
    }
    if (!current.isEmpty()) {
      packed.add(new SplitsToRead(current));
    }
    return packed;
  }
}
