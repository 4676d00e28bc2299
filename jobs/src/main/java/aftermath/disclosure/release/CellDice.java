package aftermath.disclosure.release;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chance that falls the same way for the same number of the same people, in every table and every
 * release, so that nobody averages it out; and that nobody without the key can repeat.
 */
public final class CellDice {
  private static final double RANGE = 0x1p53;

  private final byte[] key;

  public CellDice(byte[] key) {
    this.key = key.clone();
  }

  /** From 0 up to, but not including, 1: by what a cell counts, and how many. */
  double of(CellKey cell, Sum sum) {
    return chance(cell.id() + " " + sum.value());
  }

  /**
   * From 0 up to, but not including, 1: by who is in a cell, whatever it is called.
   *
   * @param range record keys add up modulo this
   */
  double ofRecordKeys(Sum sum, int range) {
    return chance("record keys " + Math.floorMod(sum.recordKeys(), range));
  }

  private double chance(String of) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] hash = mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> 11) / RANGE;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
