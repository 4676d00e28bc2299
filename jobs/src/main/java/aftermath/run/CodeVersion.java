package aftermath.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Which program made a table: its version, and what its file contains. */
public final class CodeVersion {
  private CodeVersion() {}

  /** For example {@code 0.1.0+4f1c2a9b}; without the second part where there is no jar file. */
  public static String current() {
    String version = CodeVersion.class.getPackage().getImplementationVersion();
    String known = version == null ? "unreleased" : version;
    try {
      Path code =
          Path.of(CodeVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(code) ? known + "+" + digest(code) : known;
    } catch (IOException | java.net.URISyntaxException e) {
      return known;
    }
  }

  private static String digest(Path file) throws IOException {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(sha).substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
