package aftermath.extract;

import java.util.List;

/** Why nothing could be released, as a sentence. */
public final class ExtractMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ExtractMistake(String message) {
    super(message, null, false, false);
  }

  static ExtractMistake nothingToRelease() {
    return new ExtractMistake(
        "The incident file names no recipients, or no extracts and no form: there is nothing to"
            + " release. Add recipients and extracts to it.");
  }

  static ExtractMistake tablesNotMade(List<String> tables) {
    return new ExtractMistake(
        "There is no %s yet. Run the incident first: aftermath run …"
            .formatted(String.join(" and no ", tables)));
  }

  static ExtractMistake runNotFinished() {
    return new ExtractMistake(
        "The tables are not those of a finished run whose totals add up. Run the incident again, then"
            + " extract.");
  }

  static ExtractMistake badExpressions(List<String> mistakes) {
    return new ExtractMistake(String.join("\n", mistakes));
  }

  static ExtractMistake badSigningKey(String variable, String file) {
    return new ExtractMistake(
        ("%s names %s, which is no Ed25519 private key in PEM (PKCS#8). Make one with: openssl genpkey"
                + " -algorithm ed25519 -out key.pem")
            .formatted(variable, file));
  }

  static ExtractMistake folderIsTaken(String folder) {
    return new ExtractMistake(
        ("There is something in %s already, and releases are never written over. Move it away, or give"
                + " another folder with --out.")
            .formatted(folder));
  }

  static ExtractMistake nothingToWithdraw() {
    return new ExtractMistake("There is no release that could be withdrawn.");
  }
}
