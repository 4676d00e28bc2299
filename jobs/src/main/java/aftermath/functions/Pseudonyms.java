package aftermath.functions;

import static org.apache.spark.sql.functions.udf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Keyed pseudonyms: HMAC-SHA-256 (RFC 2104), the first 128 bits in hexadecimal.
 *
 * <p>Half of the digest is enough (RFC 2104 §5) and halves what the largest tables carry: among
 * thirty million people the odds that any two share a pseudonym are about n²/2¹²⁹, 1 to 10²⁴.
 *
 * <p>This is a function object and no member of the catalog, so that the key travels inside the
 * serialised closure. It is neither an argument, which a plan would print, nor a setting, which the
 * Spark UI would show, nor read from the environment of the executors, who may have none.
 */
public final class Pseudonyms implements UDF1<String, String> {

  private static final long serialVersionUID = 1L;
  private static final int BYTES = 16;

  private final PseudonymKey key;

  /** A {@link Mac} holds the state of one digest, so every thread has its own. */
  private transient volatile ThreadLocal<Mac> macs;

  public Pseudonyms(PseudonymKey key) {
    this.key = key;
  }

  /** The pseudonym of a column; null stays null. */
  public Column of(Column value) {
    return udf(this, DataTypes.StringType).withName("pseudonym").apply(value);
  }

  @Override
  public String call(String value) {
    if (value == null) {
      return null;
    }
    byte[] digest = macs().get().doFinal(value.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private ThreadLocal<Mac> macs() {
    ThreadLocal<Mac> known = macs;
    if (known == null) {
      synchronized (this) {
        known = macs;
        if (known == null) {
          known = ThreadLocal.withInitial(key::mac);
          macs = known;
        }
      }
    }
    return known;
  }

  @Override
  public String toString() {
    return "pseudonym";
  }
}
