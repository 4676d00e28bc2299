package aftermath.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files of a folder, put together before the first of them is written. */
final class Outgoing {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  void add(String name, byte[] content) {
    if (files.put(name, content) != null) {
      throw new IllegalStateException("Two files are called " + name);
    }
  }

  void add(String name, String content) {
    add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Map<String, byte[]> files() {
    return files;
  }

  /** Writes all of them; the last one added is the sign that the others are there. */
  void writeTo(String folder, Configuration configuration) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      var path = new Path(folder, file.getKey());
      FileSystem system = path.getFileSystem(configuration);
      // Hadoop's local file system would leave a file of checksums beside each.
      system.setWriteChecksum(false);
      try (OutputStream out = system.create(path, false)) {
        out.write(file.getValue());
      }
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
