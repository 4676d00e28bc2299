package aftermath.incident;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** The YAML file that describes one breach. */
public final class IncidentFile {

  private static final int MOST_MEGABYTES = 5;
  private static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

  private IncidentFile() {}

  /**
   * The incident that the file describes.
   *
   * @throws IncidentMistakes if anything is wrong with the file: all of it at once
   */
  public static Incident read(Path file) {
    try {
      byte[] bytes = bytes(file);
      return incident(text(bytes), fingerprint(bytes), folderOf(file));
    } catch (Unusable e) {
      throw new IncidentMistakes(file, e.mistakes);
    }
  }

  /** The text of a file that an incident file names. */
  static String textOf(Path file) throws Unusable {
    return text(bytes(file));
  }

  private static Path folderOf(Path file) {
    return file.toAbsolutePath().getParent();
  }

  private static Incident incident(String text, String fingerprint, Path folder) throws Unusable {
    Node root = YamlTree.of(text).orElseThrow(() -> new Unusable(Mistake.empty()));
    Mistakes mistakes = new Mistakes();
    Optional<Incident> incident =
        new Item(Optional.of(root), Place.at("", root.getStartMark()), mistakes)
            .section(new IncidentReader(fingerprint, folder, mistakes)::read);
    if (!mistakes.areNone()) {
      throw new Unusable(mistakes.inOrderOfTheFile());
    }
    return incident.orElseThrow();
  }

  private static byte[] bytes(Path file) throws Unusable {
    if (!Files.exists(file)) {
      throw new Unusable(Mistake.noFile());
    }
    if (Files.isDirectory(file)) {
      throw new Unusable(Mistake.folder());
    }
    if (!Files.isRegularFile(file)) {
      throw new Unusable(Mistake.notAFile());
    }
    try (InputStream input = Files.newInputStream(file)) {
      byte[] bytes = input.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Unusable(Mistake.tooLarge(MOST_MEGABYTES));
      }
      return bytes;
    } catch (IOException e) {
      throw new Unusable(Mistake.unreadable());
    }
  }

  private static String text(byte[] bytes) throws Unusable {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      TextPosition end = TextPosition.after(text, text.length());
      throw new Unusable(Mistake.notUtf8(end.line(), end.column()));
    }
    return text.toString();
  }

  private static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
