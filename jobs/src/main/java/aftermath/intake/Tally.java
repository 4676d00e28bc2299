package aftermath.intake;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.util.AccumulatorV2;

/**
 * Counts rows kept and set aside while they pass. Counts are held by split and replace each other:
 * a split that is read twice, after a failure or because two queries read it, counts once.
 */
public final class Tally extends AccumulatorV2<Tally.SplitCount, Map<Tally.SplitKey, Tally.Count>> {

  private static final long serialVersionUID = 1L;

  /** Which split of which file. */
  public record SplitKey(String path, long start) implements Serializable {}

  /**
   * Rows found are rows kept and rows set aside.
   *
   * @param isCutOff whether more rows are missing, because the file is damaged
   */
  public record Count(long kept, long setAside, boolean isCutOff) implements Serializable {

    /** Of a file of which nothing was read. */
    public static final Count NONE = new Count(0, 0, false);

    public long found() {
      return kept + setAside;
    }

    Count plus(Count other) {
      return new Count(kept + other.kept, setAside + other.setAside, isCutOff || other.isCutOff);
    }
  }

  /** What one split came to. */
  public record SplitCount(SplitKey split, Count count) implements Serializable {}

  private final Map<SplitKey, Count> counts = Collections.synchronizedMap(new HashMap<>());

  /** The count of a file; zero before its rows were read. */
  public Count of(DeliveredFile file) {
    return file.splits().stream()
        .map(split -> counts.get(new SplitKey(file.path(), split.start())))
        .filter(java.util.Objects::nonNull)
        .reduce(Count.NONE, Count::plus);
  }

  /** Whether every row of the file was read to the end. */
  public boolean isComplete(DeliveredFile file) {
    return file.splits().stream()
        .allMatch(split -> counts.containsKey(new SplitKey(file.path(), split.start())));
  }

  @Override
  public boolean isZero() {
    return counts.isEmpty();
  }

  @Override
  public Tally copy() {
    Tally copy = new Tally();
    copy.counts.putAll(value());
    return copy;
  }

  @Override
  public void reset() {
    counts.clear();
  }

  @Override
  public void add(SplitCount count) {
    counts.put(count.split(), count.count());
  }

  @Override
  public void merge(AccumulatorV2<SplitCount, Map<SplitKey, Count>> other) {
    counts.putAll(other.value());
  }

  @Override
  public Map<SplitKey, Count> value() {
    synchronized (counts) {
      return new HashMap<>(counts);
    }
  }
}
