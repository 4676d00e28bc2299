package aftermath.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Signs manifests with an Ed25519 key (RFC 8032), if one is configured: {@code
 * AFTERMATH_SIGNING_KEY_FILE} names a PKCS#8 file in PEM, as {@code openssl genpkey -algorithm
 * ed25519} makes it.
 */
public final class Signature {
  private static final String VARIABLE = "AFTERMATH_SIGNING_KEY_FILE";

  private final PrivateKey key;

  private Signature(PrivateKey key) {
    this.key = key;
  }

  /** Empty if no key is configured. */
  public static Optional<Signature> ofEnvironment(Map<String, String> environment) {
    String file = environment.get(VARIABLE);
    if (file == null || file.isBlank()) {
      return Optional.empty();
    }
    try {
      String pem =
          Files.readString(Path.of(file)).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
      return Optional.of(new Signature(KeyFactory.getInstance("Ed25519").generatePrivate(spec)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw ExtractMistake.badSigningKey(VARIABLE, file);
    }
  }

  byte[] of(byte[] content) {
    try {
      java.security.Signature signature = java.security.Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
