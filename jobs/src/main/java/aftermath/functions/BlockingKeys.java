package aftermath.functions;

import aftermath.matching.BlockingRule;
import aftermath.matching.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code blocking_keys(values, wanted, common, crowded, rules)}: the keys under which a row with
 * these packed values meets others, one number per rule that applies. The upper six bits of a key
 * are the rule.
 *
 * <p>{@code wanted} has a bit per rule. {@code common} are the keys of single values that are too
 * common to be looked up alone: their rule is left out, and a combination is looked up only if each
 * of its values is not looked up alone already. Where it is null that distinction is not made;
 * rules that take the rough form do not know it. {@code crowded} are keys that are left out
 * whatever their rule is; null if there are none.
 *
 * <p>As an expression this is a hash for every rule that could ever be used, in one method that the
 * JVM refuses to compile.
 */
public final class BlockingKeys extends StaticFunction<ArrayData> {
  /** Of another type, Spark would make a new array for every row, and nothing could be kept. */
  public static final ArrayType KEYS = DataTypes.createArrayType(DataTypes.LongType, false);

  private static final int RULE_BITS = 6;

  /** Where the rule begins in a key. */
  public static final int SHIFT = Long.SIZE - RULE_BITS;

  private static final long HASH = (1L << SHIFT) - 1;

  private static final String ROUGH = "~";

  private static final Map<UTF8String, BlockingRule[]> RULES = new ConcurrentHashMap<>();

  private static final LastSeen<ArrayData, long[]> COMMON = new LastSeen<>(BlockingKeys::sorted);
  private static final LastSeen<ArrayData, long[]> CROWDED = new LastSeen<>(BlockingKeys::sorted);

  BlockingKeys() {
    super(
        "blocking_keys",
        KEYS,
        DataTypes.BinaryType,
        DataTypes.LongType,
        KEYS,
        KEYS,
        DataTypes.StringType);
  }

  @Override
  public boolean isResultNullable() {
    return false;
  }

  /**
   * The rules as the function wants them: places of values, twos and more joined by a plus, a tilde
   * before those that take the rough form.
   */
  public static String written(List<BlockingRule> rules) {
    return rules.stream()
        .map(
            rule ->
                rule.comparisons().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining("+", rule.isRough() ? ROUGH : "", "")))
        .collect(Collectors.joining(" "));
  }

  /** The rule of a key. */
  public static int rule(long key) {
    return (int) (key >>> SHIFT);
  }

  /** Called by Spark's generated code. */
  public static ArrayData invoke(
      byte[] values, long wanted, ArrayData common, ArrayData crowded, UTF8String rules) {
    BlockingRule[] parsed = RULES.computeIfAbsent(rules, BlockingKeys::parsed);
    return UnsafeArrayData.fromPrimitiveArray(
        keys(Values.of(values), wanted, COMMON.of(common), CROWDED.of(crowded), parsed));
  }

  private static long[] keys(
      Values values, long wanted, long[] common, long[] crowded, BlockingRule[] rules) {
    long alone = 0;
    var keys = new long[Long.bitCount(wanted)];
    int count = 0;
    for (int rule = 0; rule < rules.length; rule++) {
      BlockingRule each = rules[rule];
      if ((wanted & 1L << rule) == 0 || !isThere(values, each)) {
        continue;
      }
      boolean isAlone = each.isSingle() && !each.isRough();
      if (common != null && !isAlone && !each.isRough() && hasOneOf(each, alone)) {
        continue;
      }
      long key = key(values, each, rule);
      if (key == NONE || (isAlone && isIn(common, key))) {
        continue;
      }
      alone |= isAlone ? 1L << each.comparisons().get(0) : 0;
      if (!isIn(crowded, key)) {
        keys[count++] = key;
      }
    }
    return Arrays.copyOf(keys, count);
  }

  /** What no key is: a rule that there cannot be. */
  private static final long NONE = -1;

  private static boolean isThere(Values values, BlockingRule rule) {
    for (int place : rule.comparisons()) {
      if (values.isAbsent(place)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOneOf(BlockingRule rule, long places) {
    for (int place : rule.comparisons()) {
      if ((places & 1L << place) != 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(long[] keys, long key) {
    return keys != null && keys.length > 0 && Arrays.binarySearch(keys, key) >= 0;
  }

  /** {@link #NONE} if too little is left of a value in its rough form. */
  private static long key(Values values, BlockingRule rule, int number) {
    long hash = 0;
    for (int place : rule.comparisons()) {
      if (rule.isRough()) {
        String rough = values.rough(place);
        if (rough.isEmpty()) {
          return NONE;
        }
        UTF8String form = UTF8String.fromString(rough);
        hash =
            XXH64.hashUnsafeBytes(
                form.getBaseObject(), form.getBaseOffset(), form.numBytes(), hash);
      } else {
        hash = hash(values, place, hash);
      }
    }
    return keyOf(number, hash);
  }

  /** The key of one value under the rule that asks for it alone. */
  static long keyOfValue(Values values, int place) {
    return keyOf(place, hash(values, place, 0));
  }

  /** What stands for all values of an attribute that are not listed. */
  public static long keyOfOthers(int place) {
    return keyOf(place, 0);
  }

  private static long keyOf(int rule, long hash) {
    return (long) rule << SHIFT | hash & HASH;
  }

  private static long hash(Values values, int place, long seed) {
    return XXH64.hashUnsafeBytes(
        values.bytes(),
        Platform.BYTE_ARRAY_OFFSET + values.start(place),
        values.length(place),
        seed);
  }

  private static long[] sorted(ArrayData keys) {
    if (keys == null) {
      return null;
    }
    long[] sorted = keys.toLongArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static BlockingRule[] parsed(UTF8String rules) {
    return Arrays.stream(rules.toString().split(" "))
        .map(BlockingKeys::parsed)
        .toArray(BlockingRule[]::new);
  }

  private static BlockingRule parsed(String rule) {
    boolean isRough = rule.startsWith(ROUGH);
    String places = isRough ? rule.substring(ROUGH.length()) : rule;
    return new BlockingRule(Stream.of(places.split("\\+")).map(Integer::valueOf).toList(), isRough);
  }
}
