package aftermath.intake;

import java.io.IOException;

/**
 * Compressed data that ends too early or does not decompress. It is told apart from a failing disk
 * or network because trying again cannot help: what came before is kept, the rest is set aside.
 */
final class DamagedInput extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedInput(String message, Throwable cause) {
    super(message, cause);
  }
}
