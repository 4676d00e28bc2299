package aftermath.functions;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code flag(value)}: yes or no in the usual spellings; null for anything else. */
public final class Flag extends StaticFunction<Boolean> {

  private static final UTF8String YES =
      UTF8String.fromString("Y\nYES\nTRUE\nT\n1\nX\nON\nJ\nJA\nOUI\nSI\nSIM");
  private static final UTF8String NO =
      UTF8String.fromString("N\nNO\nFALSE\nF\n0\nOFF\nNEIN\nNON\nNEE\nNAO");
  private static final int LONGEST = 16;

  Flag() {
    super("flag", DataTypes.BooleanType, DataTypes.StringType);
  }

  /** Called by Spark's generated code. */
  public static Boolean invoke(UTF8String value) {
    if (value == null || value.numBytes() > LONGEST) {
      return null;
    }
    UTF8String word = Folding.folded(value, Folding.Case.UPPER);
    if (word == null) {
      return null;
    }
    if (Placeholders.isIn(word, YES)) {
      return true;
    }
    return Placeholders.isIn(word, NO) ? false : null;
  }
}
