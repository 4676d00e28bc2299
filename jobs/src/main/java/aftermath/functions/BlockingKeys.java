package aftermath.functions;

import aftermath.matching.BlockingRule;
import aftermath.matching.RoughForm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
 * is not looked up alone already. A {@code common} below 0 leaves that distinction out; rules that
 * take the rough form do not know it.
 *
 * <p>As an expression this is a hash for every rule that could ever be used, in one method that the
 * JVM refuses to compile.
 */
public final class BlockingKeys extends StaticFunction<ArrayData> {
  private static final int RULE_BITS = 6;

  /** Where the rule begins in a key. */
  public static final int SHIFT = Long.SIZE - RULE_BITS;

  private static final long HASH = (1L << SHIFT) - 1;

  private static final String ROUGH = "~";

  private static final Map<UTF8String, Rule[]> RULES = new ConcurrentHashMap<>();

  /** A rule as it was written. */
  private record Rule(int[] places, boolean isRough) {
    static Rule parsed(String rule) {
      boolean isRough = rule.startsWith(ROUGH);
      String places = isRough ? rule.substring(ROUGH.length()) : rule;
      return new Rule(
          Arrays.stream(places.split("\\+")).mapToInt(Integer::parseInt).toArray(), isRough);
    }

    boolean isSingle() {
      return places.length == 1 && !isRough;
    }
  }

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
  public static ArrayData invoke(ArrayData values, long wanted, long common, UTF8String rules) {
    Rule[] parsed = RULES.computeIfAbsent(rules, BlockingKeys::parsed);
    long alone = common < 0 ? 0 : lookedUpAlone(values, wanted & ~common, parsed);
    var keys = new long[parsed.length];
    int count = 0;
    for (int rule = 0; rule < parsed.length; rule++) {
      if ((wanted & 1L << rule) != 0 && applies(values, parsed[rule], common, alone)) {
        Long hash = hash(values, parsed[rule]);
        if (hash != null) {
          keys[count++] = (long) rule << SHIFT | hash & HASH;
        }
      }
    }
    return UnsafeArrayData.fromPrimitiveArray(Arrays.copyOf(keys, count));
  }

  private static long lookedUpAlone(ArrayData values, long wanted, Rule[] rules) {
    long alone = 0;
    for (int rule = 0; rule < rules.length && rules[rule].isSingle(); rule++) {
      if ((wanted & 1L << rule) != 0 && !values.isNullAt(rules[rule].places[0])) {
        alone |= 1L << rules[rule].places[0];
      }
    }
    return alone;
  }

  private static boolean applies(ArrayData values, Rule rule, long common, long alone) {
    for (int place : rule.places) {
      if (values.isNullAt(place)) {
        return false;
      }
    }
    if (common < 0 || rule.isRough) {
      return true;
    }
    if (rule.isSingle()) {
      return (alone & 1L << rule.places[0]) != 0;
    }
    for (int place : rule.places) {
      if ((alone & 1L << place) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Null if too little is left of a value in its rough form. */
  private static Long hash(ArrayData values, Rule rule) {
    long hash = 0;
    for (int place : rule.places) {
      UTF8String value = values.getUTF8String(place);
      String rough = rule.isRough ? RoughForm.of(value.toString()) : null;
      if (rule.isRough && rough == null) {
        return null;
      }
      hash = hash(rule.isRough ? UTF8String.fromString(rough) : value, hash);
    }
    return hash;
  }

  private static long hash(UTF8String value, long seed) {
    return XXH64.hashUnsafeBytes(
        value.getBaseObject(), value.getBaseOffset(), value.numBytes(), seed);
  }

  private static Rule[] parsed(UTF8String rules) {
    return Arrays.stream(rules.toString().split(" ")).map(Rule::parsed).toArray(Rule[]::new);
  }
}
