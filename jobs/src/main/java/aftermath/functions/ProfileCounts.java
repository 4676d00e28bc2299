package aftermath.functions;

import aftermath.incident.Detector;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The counts of a {@link Profile} so far. Between tasks they are an array of things that are not
 * ours: Spark reads the state of an aggregate with the loader of its own classes, which does not
 * know those of a program that was submitted to it.
 */
final class ProfileCounts implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int DETECTORS = Detector.values().length;

  private final Profile.Depth depth;
  private final boolean[] maps;

  /** For every column the rows that have a value, then the hits of each detector. */
  private final long[][] columns;

  /** The same for the keys of all maps together, because a key is a column's name. */
  private final HashMap<UTF8String, long[]> keys;

  private ProfileCounts(
      Profile.Depth depth, boolean[] maps, long[][] columns, HashMap<UTF8String, long[]> keys) {
    this.depth = depth;
    this.maps = maps;
    this.columns = columns;
    this.keys = keys;
  }

  ProfileCounts(Profile.Depth depth, boolean[] maps) {
    this(depth, maps, new long[maps.length][], new HashMap<>());
    for (int column = 0; column < maps.length; column++) {
      columns[column] = noCounts();
    }
  }

  /** The counts that a state is, or was when another task sent it. */
  @SuppressWarnings("unchecked")
  static ProfileCounts of(Serializable state) {
    if (state instanceof ProfileCounts counts) {
      return counts;
    }
    Object[] sent = (Object[]) state;
    return new ProfileCounts(
        Profile.Depth.valueOf((String) sent[0]),
        (boolean[]) sent[1],
        (long[][]) sent[2],
        (HashMap<UTF8String, long[]>) sent[3]);
  }

  private Object writeReplace() {
    return new Object[] {depth.name(), maps, columns, keys};
  }

  void add(InternalRow row) {
    for (int column = 0; column < maps.length; column++) {
      if (row.isNullAt(column)) {
        continue;
      }
      if (maps[column]) {
        add(row.getMap(column));
      } else if (depth == Profile.Depth.FILLED) {
        columns[column][0]++;
      } else {
        count(columns[column], row.getUTF8String(column));
      }
    }
  }

  private void add(MapData map) {
    ArrayData names = map.keyArray();
    ArrayData values = map.valueArray();
    for (int entry = 0; entry < map.numElements(); entry++) {
      if (!values.isNullAt(entry)) {
        count(countsOf(names.getUTF8String(entry)), values.getUTF8String(entry));
      }
    }
  }

  private void count(long[] counts, UTF8String value) {
    counts[0]++;
    if (depth == Profile.Depth.PROFILE) {
      int found = Detectors.found(value);
      for (int rest = found; rest != 0; rest &= rest - 1) {
        counts[1 + Integer.numberOfTrailingZeros(rest)]++;
      }
    }
  }

  private long[] countsOf(UTF8String key) {
    long[] counts = keys.get(key);
    if (counts == null) {
      counts = noCounts();
      // The key is copied because it points into the row, whose memory the next row reuses.
      keys.put(key.copy(), counts);
    }
    return counts;
  }

  void add(ProfileCounts others) {
    for (int column = 0; column < columns.length; column++) {
      add(columns[column], others.columns[column]);
    }
    others.keys.forEach((key, counts) -> add(countsOf(key), counts));
  }

  private static void add(long[] counts, long[] others) {
    for (int at = 0; at < counts.length; at++) {
      counts[at] += others[at];
    }
  }

  ArrayData result(List<String> names) {
    List<InternalRow> rows = new ArrayList<>();
    for (int column = 0; column < columns.length; column++) {
      if (!maps[column]) {
        rows.add(row(UTF8String.fromString(names.get(column)), columns[column]));
      }
    }
    new TreeMap<>(keys).forEach((key, counts) -> rows.add(row(key, counts)));
    return new GenericArrayData(rows.toArray());
  }

  private static InternalRow row(UTF8String name, long[] counts) {
    long[] hits = new long[counts.length - 1];
    System.arraycopy(counts, 1, hits, 0, hits.length);
    return new GenericInternalRow(new Object[] {name, counts[0], new GenericArrayData(hits)});
  }

  private long[] noCounts() {
    return new long[depth == Profile.Depth.PROFILE ? 1 + DETECTORS : 1];
  }
}
