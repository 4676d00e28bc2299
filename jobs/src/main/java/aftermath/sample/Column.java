package aftermath.sample;

import java.util.List;

/** A delivered column: what fills it, for whom, and how untidily. */
final class Column {
  private final Profile.ColumnSpec spec;
  private final Value value;
  private final long field;
  private final int only;
  private final long stream;
  private final long missing;
  private final byte[][] placeholders;
  private final double upperCase;
  private final double lowerCase;
  private final double properCase;

  Column(Profile.ColumnSpec spec, String file, Value value, Scene scene) {
    this.spec = spec;
    this.value = value;
    this.field = spec.field() == null ? 0 : scene.census().fields(List.of(spec.field()));
    this.only = spec.only() == null ? 0 : scene.census().populations(spec.only());
    String title = spec.title().get(0);
    this.stream = scene.stream("column " + title + " of " + file);
    String together = spec.missingWith() == null ? title : spec.missingWith();
    this.missing = scene.stream("missing " + together + " of " + file);
    this.placeholders =
        spec.placeholders() == null
            ? new byte[0][]
            : spec.placeholders().stream().map(Bytes::of).toArray(byte[][]::new);
    this.upperCase = spec.upperCase();
    this.lowerCase = upperCase + spec.lowerCase();
    this.properCase = lowerCase + spec.properCase();
  }

  /** The spelling of its title in one part file. */
  String title(int part) {
    return spec.title().get(part % spec.title().size());
  }

  boolean isCalled(String title) {
    return spec.title().contains(title);
  }

  /** Writes the cell of a row: the value, or a placeholder where there is none. */
  void write(Row row, Bytes out) {
    int start = out.length();
    writeValue(row, out);
    if (placeholders.length > 0 && out.isEmptyFrom(start)) {
      long bits = Randomness.at(stream, row.bits);
      if (Randomness.share(bits) < spec.placeholderShare()) {
        out.add(placeholders[Randomness.below(Randomness.mix(bits), placeholders.length)]);
      }
    }
  }

  /** Writes the value alone. */
  void writeValue(Row row, Bytes out) {
    if ((field & row.shown) != field
        || (only & row.person.populations) != only
        || (spec.missing() > 0
            && Randomness.share(Randomness.at(missing, row.person.number)) < spec.missing())) {
      return;
    }
    int start = out.length();
    value.write(row, out);
    if (properCase > 0) {
      changeCase(Randomness.share(Randomness.at(stream, row.bits + 1)), start, out);
    }
  }

  private void changeCase(double share, int start, Bytes out) {
    if (share < upperCase) {
      out.upperCaseFrom(start);
    } else if (share < lowerCase) {
      out.lowerCaseFrom(start);
    } else if (share < properCase) {
      out.lowerCaseFrom(start + 1);
    }
  }
}
