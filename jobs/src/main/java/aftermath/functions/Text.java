package aftermath.functions;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code text(value, placeholders)}: free text, folded, in the case in which it was written. */
public final class Text extends StaticFunction<UTF8String> {

  Text() {
    super("text", DataTypes.StringType, DataTypes.StringType, DataTypes.StringType);
  }

  /** Called by Spark's generated code. */
  public static UTF8String invoke(UTF8String value, UTF8String placeholders) {
    if (value == null) {
      return null;
    }
    UTF8String text = Folding.folded(value, Folding.Case.KEPT);
    return text == null || !Words.hasLetterOrDigit(text)
        ? null
        : Placeholders.removed(text, Placeholders.OF_TEXT, placeholders);
  }
}
