package aftermath.functions;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code code(value, placeholders)}: a word of a vocabulary, folded and in upper case. */
public final class Code extends StaticFunction<UTF8String> {

  Code() {
    super("code", DataTypes.StringType, DataTypes.StringType, DataTypes.StringType);
  }

  /** Called by Spark's generated code. */
  public static UTF8String invoke(UTF8String value, UTF8String placeholders) {
    if (value == null) {
      return null;
    }
    UTF8String code = Folding.folded(value, Folding.Case.UPPER);
    return code == null || !Words.hasLetterOrDigit(code)
        ? null
        : Placeholders.removed(code, Placeholders.OF_TEXT, placeholders);
  }
}
