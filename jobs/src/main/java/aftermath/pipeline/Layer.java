package aftermath.pipeline;

import java.util.Locale;

/** How far a table is from the files: a model reads its own layer or one before it. */
public enum Layer {
  OPS,
  BRONZE,
  SILVER,
  GOLD;

  static Layer of(String table) {
    return valueOf(table.substring(0, table.indexOf('.')).toUpperCase(Locale.ROOT));
  }

  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True if a table of this layer may be made from one of the other. */
  public boolean mayRead(Layer other) {
    return other.ordinal() <= ordinal();
  }
}
