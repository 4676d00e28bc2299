package aftermath.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Free text of the people who wrote the records, some of which holds what nobody announced. */
final class Notes {
  private final List<byte[]> ordinary;
  private final Map<String, List<String>> sentences = new LinkedHashMap<>();
  private final String[] kinds;
  private final long[] upTo;
  private final Shuffle order;
  private final long stream;
  private final double share;

  Notes(Scene scene, double share) {
    this.share = share;
    this.ordinary =
        Resources.lines("notes.txt").stream().map(line -> Bytes.of(unescaped(line))).toList();
    for (String line : Resources.lines("unexpected.txt")) {
      int bar = line.indexOf('|');
      sentences
          .computeIfAbsent(line.substring(0, bar), kind -> new ArrayList<>())
          .add(unescaped(line.substring(bar + 1)));
    }
    Map<String, Long> counts = scene.unexpected();
    this.kinds = counts.keySet().toArray(String[]::new);
    this.upTo = new long[kinds.length];
    long total = 0;
    for (int i = 0; i < kinds.length; i++) {
      total += counts.get(kinds[i]);
      upTo[i] = total;
    }
    this.order = new Shuffle(Math.max(1, scene.census().records()), scene.stream("unexpected"));
    this.stream = scene.stream("note");
  }

  void write(Row row, Bytes out) {
    long bits = Randomness.at(stream, row.slot);
    if (row.isRecord && upTo.length > 0) {
      long place = order.placeOf(row.slot);
      for (int i = 0; i < upTo.length; i++) {
        if (place < upTo[i]) {
          writeUnexpected(kinds[i], bits, out);
          return;
        }
      }
    }
    if (Randomness.share(bits) < share) {
      out.add(ordinary.get(Randomness.below(Randomness.mix(bits + 1), ordinary.size())));
    }
  }

  private void writeUnexpected(String kind, long bits, Bytes out) {
    List<String> ofKind = sentences.get(kind);
    String sentence = ofKind.get(Randomness.below(Randomness.mix(bits + 2), ofKind.size()));
    out.add(sentence.replace("{}", UnexpectedValues.of(kind, Randomness.mix(bits + 3))));
  }

  private static String unescaped(String line) {
    return line.replace("\\r", "\r").replace("\\n", "\n");
  }
}
