package aftermath.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Values of a record that the incident does not declare: kept, since free text is searched later.
 */
final class Undeclared {

  private final List<UTF8String> names = new ArrayList<>();
  private final List<UTF8String> values = new ArrayList<>();

  void clear() {
    names.clear();
    values.clear();
  }

  /** The last value of a name stands, as in JSON objects that repeat one. */
  void put(UTF8String name, UTF8String value) {
    int known = names.indexOf(name);
    if (known >= 0) {
      values.set(known, value);
    } else {
      names.add(name);
      values.add(value);
    }
  }

  /** Null when there is none. */
  MapData map() {
    return names.isEmpty()
        ? null
        : new ArrayBasedMapData(
            new GenericArrayData(names.toArray()), new GenericArrayData(values.toArray()));
  }
}
