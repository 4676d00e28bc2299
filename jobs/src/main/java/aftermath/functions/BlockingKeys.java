package aftermath.functions;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code blocking_keys(values, wanted, common, rules)}: the keys under which a row with these
 * values meets others, one number per rule that applies. The upper six bits of a key are the rule.
 *
 * <p>{@code wanted} has a bit per rule. {@code common} has a bit per value that is too common to be
 * looked up alone: its rule is left out, and a combination is looked up only if each of its values
 * is not looked up alone already. A {@code common} below 0 leaves that distinction out.
 *
 * <p>As an expression this is a hash for every rule that could ever be used, in one method that the
 * JVM refuses to compile.
 */
public final class BlockingKeys extends StaticFunction<ArrayData> {
  private static final int RULE_BITS = 6;
  private static final int SHIFT = Long.SIZE - RULE_BITS;
  private static final long HASH = (1L << SHIFT) - 1;

  private static final Map<UTF8String, int[][]> RULES = new ConcurrentHashMap<>();

  BlockingKeys() {
    super(
        "blocking_keys",
        DataTypes.createArrayType(DataTypes.LongType, false),
        DataTypes.createArrayType(DataTypes.StringType),
        DataTypes.LongType,
        DataTypes.LongType,
        DataTypes.StringType);
  }

  @Override
  public boolean isResultNullable() {
    return false;
  }

  /** The rules as the function wants them: places of values, twos and more joined by a plus. */
  public static String written(Stream<? extends Iterable<Integer>> rules) {
    return rules
        .map(
            rule -> {
              var places = new java.util.ArrayList<String>();
              rule.forEach(place -> places.add(String.valueOf(place)));
              return String.join("+", places);
            })
        .collect(Collectors.joining(" "));
  }

  /** The rule of a key. */
  public static int rule(long key) {
    return (int) (key >>> SHIFT);
  }

  /** Called by Spark's generated code. */
  public static ArrayData invoke(ArrayData values, long wanted, long common, UTF8String rules) {
    int[][] places = RULES.computeIfAbsent(rules, BlockingKeys::parsed);
    long alone = common < 0 ? 0 : lookedUpAlone(values, wanted & ~common, places);
    var keys = new long[places.length];
    int count = 0;
    for (int rule = 0; rule < places.length; rule++) {
      if ((wanted & 1L << rule) != 0 && applies(values, places[rule], common, alone)) {
        keys[count++] = key(values, places[rule], rule);
      }
    }
    return UnsafeArrayData.fromPrimitiveArray(Arrays.copyOf(keys, count));
  }

  private static long lookedUpAlone(ArrayData values, long wanted, int[][] places) {
    long alone = 0;
    for (int rule = 0; rule < places.length && places[rule].length == 1; rule++) {
      if ((wanted & 1L << rule) != 0 && !values.isNullAt(places[rule][0])) {
        alone |= 1L << places[rule][0];
      }
    }
    return alone;
  }

  private static boolean applies(ArrayData values, int[] places, long common, long alone) {
    for (int place : places) {
      if (values.isNullAt(place)) {
        return false;
      }
    }
    if (common < 0) {
      return true;
    }
    if (places.length == 1) {
      return (alone & 1L << places[0]) != 0;
    }
    for (int place : places) {
      if ((alone & 1L << place) != 0) {
        return false;
      }
    }
    return true;
  }

  private static long key(ArrayData values, int[] places, int rule) {
    long hash = rule;
    for (int place : places) {
      UTF8String value = values.getUTF8String(place);
      hash =
          XXH64.hashUnsafeBytes(
              value.getBaseObject(), value.getBaseOffset(), value.numBytes(), hash);
    }
    return (long) rule << SHIFT | hash & HASH;
  }

  private static int[][] parsed(UTF8String rules) {
    return Arrays.stream(rules.toString().split(" "))
        .map(rule -> Arrays.stream(rule.split("\\+")).mapToInt(Integer::parseInt).toArray())
        .toArray(int[][]::new);
  }
}
