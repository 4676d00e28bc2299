package aftermath.functions;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret with which persons are given pseudonyms: whoever lacks it can neither tell whose a
 * pseudonym is nor try names until one fits. It never appears in a plan, a log or a message.
 */
public final class PseudonymKey implements Serializable {

  /** The environment variable that holds the key. */
  public static final String VARIABLE = "AFTERMATH_KEY";

  /** The environment variable that names a file with the key. */
  public static final String FILE_VARIABLE = "AFTERMATH_KEY_FILE";

  /** NIST SP 800-107 §5.3.2 asks for a key of at least 112 bits. */
  private static final int SHORTEST = 16;

  private static final long serialVersionUID = 1L;

  /** For planning without people: a key that must not be used on any. */
  public static final PseudonymKey NONE = new PseudonymKey(new byte[SHORTEST]);

  private final byte[] secret;

  private PseudonymKey(byte[] secret) {
    this.secret = secret;
  }

  /** A key of these characters. */
  public static PseudonymKey of(String secret) {
    return of(secret.strip(), "given");
  }

  /** The key in a file; white space around it does not count. */
  public static PseudonymKey ofFile(Path file) {
    try {
      return of(Files.readString(file).strip(), "in " + file);
    } catch (IOException failure) {
      throw new IllegalArgumentException(
          "The file with the key for pseudonyms cannot be read: %s. Check that %s names it."
              .formatted(file, FILE_VARIABLE),
          failure);
    }
  }

  /** The key that the environment holds or names a file of. */
  public static PseudonymKey ofEnvironment(Map<String, String> environment) {
    String secret = environment.get(VARIABLE);
    String file = environment.get(FILE_VARIABLE);
    if (secret != null && file != null) {
      throw new IllegalArgumentException(
          "Both %s and %s are set. Unset one of them, so that it is clear which key applies."
              .formatted(VARIABLE, FILE_VARIABLE));
    }
    if (secret != null) {
      return of(secret.strip(), "in " + VARIABLE);
    }
    if (file != null) {
      return ofFile(Path.of(file));
    }
    throw new IllegalArgumentException(
        "There is no key for pseudonyms. Set %s, or %s to the name of a file that holds it: at least %d bytes, for example from `openssl rand -hex 32`."
            .formatted(VARIABLE, FILE_VARIABLE, SHORTEST));
  }

  private static PseudonymKey of(String secret, String where) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException(
          "The key for pseudonyms %s has %d bytes, and at least %d are needed. Make one with `openssl rand -hex 32`."
              .formatted(where, bytes.length, SHORTEST));
    }
    return new PseudonymKey(bytes);
  }

  Mac mac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Tells keys apart without telling anything of them: another key makes other pseudonyms. */
  public String fingerprint() {
    byte[] digest = mac().doFinal("aftermath".getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 8);
  }

  /** A key of its own for chance that nobody else can repeat; tells nothing of this one. */
  public byte[] forChance() {
    return mac().doFinal("rounding".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "a key";
  }
}
