package aftermath.functions;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.connector.catalog.functions.AggregateFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** A {@link Profile} of known columns. What it has counted travels as {@link ProfileCounts}. */
final class ProfileOfColumns implements AggregateFunction<Serializable, ArrayData> {

  private static final long serialVersionUID = 1L;

  private final Profile.Depth depth;
  private final StructType columns;
  private final boolean[] maps;

  ProfileOfColumns(Profile.Depth depth, StructType columns) {
    this.depth = depth;
    this.columns = columns;
    maps = new boolean[columns.size()];
    for (int column = 0; column < maps.length; column++) {
      maps[column] = Profile.isMap(columns.fields()[column]);
    }
  }

  @Override
  public Serializable newAggregationState() {
    return new ProfileCounts(depth, maps);
  }

  @Override
  public Serializable update(Serializable state, InternalRow arguments) {
    ProfileCounts counts = ProfileCounts.of(state);
    if (!arguments.isNullAt(0)) {
      counts.add(arguments.getStruct(0, maps.length));
    }
    return counts;
  }

  @Override
  public Serializable merge(Serializable state, Serializable other) {
    ProfileCounts counts = ProfileCounts.of(state);
    counts.add(ProfileCounts.of(other));
    return counts;
  }

  @Override
  public ArrayData produceResult(Serializable state) {
    return ProfileCounts.of(state).result(Arrays.asList(columns.fieldNames()));
  }

  @Override
  public String name() {
    return new Profile(depth).name();
  }

  @Override
  public String canonicalName() {
    return Functions.CATALOG + "." + name() + "(" + columns.catalogString() + ")";
  }

  @Override
  public DataType[] inputTypes() {
    return new DataType[] {columns};
  }

  @Override
  public DataType resultType() {
    return Profile.RESULT;
  }

  @Override
  public boolean isResultNullable() {
    return false;
  }
}
