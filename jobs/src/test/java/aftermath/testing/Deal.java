package aftermath.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The sample deliveries dealt out over several runs: cut into pieces of whole rows, in any order,
 * one of them delivered again.
 */
public final class Deal {
  private static final int MOST_PIECES = 3;

  private final Random random;
  private final List<Piece> pieces = new ArrayList<>();

  private record Piece(String name, String text) {}

  public Deal(long seed) {
    this.random = new Random(seed);
    var seen = new HashSet<String>();
    SampleFiles.all()
        .forEach(
            (name, text) -> {
              if (seen.add(text)) {
                cut(name.replace(".gz", ""), text);
              }
            });
    Collections.shuffle(pieces, random);
    Piece again = pieces.get(random.nextInt(pieces.size()));
    pieces.add(new Piece(again.name().replaceFirst("([^/]+)$", "again-$1"), again.text()));
  }

  private void cut(String name, String text) {
    List<String> rows = SampleFiles.rows(name, text);
    int count = SampleFiles.mayBeCut(name) ? 1 + random.nextInt(MOST_PIECES) : 1;
    if (count == 1) {
      pieces.add(new Piece(name, text));
      return;
    }
    var hands = new ArrayList<StringBuilder>();
    for (int i = 0; i < count; i++) {
      hands.add(new StringBuilder(SampleFiles.header(name, text)));
    }
    for (String row : rows) {
      String whole = row.endsWith("\n") ? row : row + "\n";
      hands.get(random.nextInt(count)).append(whole);
    }
    for (int i = 0; i < count; i++) {
      String numbered = name.replaceFirst("(\\.[^./]+)$", "-" + i + "$1");
      pieces.add(new Piece(numbered, hands.get(i).toString()));
    }
  }

  /** The pieces as folders to be taken in one after the other: a later one has the earlier too. */
  public List<Map<Path, byte[]>> hands(int runs) {
    List<Map<Path, byte[]>> hands = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      hands.add(new LinkedHashMap<>());
    }
    for (int i = 0; i < pieces.size(); i++) {
      boolean isLast = i == pieces.size() - 1;
      int run = isLast ? runs - 1 : random.nextInt(runs);
      Piece piece = pieces.get(i);
      hands.get(run).put(Path.of(piece.name()), piece.text().getBytes(StandardCharsets.ISO_8859_1));
    }
    return hands;
  }

  /** Everything but some of the events of notices, and then these. */
  public List<Map<Path, byte[]>> lateNotices() {
    var first = new LinkedHashMap<Path, byte[]>();
    var later = new LinkedHashMap<Path, byte[]>();
    for (Piece piece : pieces) {
      boolean isLate = piece.name().startsWith("notices/") && random.nextBoolean();
      byte[] content = piece.text().getBytes(StandardCharsets.ISO_8859_1);
      (isLate ? later : first).put(Path.of(piece.name()), content);
    }
    return List.of(first, later);
  }

  /** Puts files into a folder. */
  public static void deliver(Map<Path, byte[]> files, Path folder) {
    try {
      for (var file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
