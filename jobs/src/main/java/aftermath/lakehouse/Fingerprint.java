package aftermath.lakehouse;

import aftermath.pipeline.Column;
import aftermath.pipeline.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for long texts: equal texts have equal fingerprints. */
public final class Fingerprint {
  private Fingerprint() {}

  /** The first 32 hexadecimal digits of the SHA-256 of the parts, each closed by a line end. */
  public static String of(Object... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(Table table) {
    var columns = new StringBuilder();
    for (Column column : table.columns()) {
      columns.append(column.field().toDDL()).append('\n');
    }
    return of(
        table.name(), table.comment(), columns, table.key(), table.checks(), table.changedBy());
  }
}
