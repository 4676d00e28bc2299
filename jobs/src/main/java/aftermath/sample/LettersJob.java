package aftermath.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what the print house reports: letters printed, lodged with the post, and returned. */
final class LettersJob implements Job {

  /** Writes one cell of one event. */
  private interface EventCell {
    void write(Row row, String event, long day, String reason, Bytes out);
  }

  private final Scene scene;
  private final Outreach outreach;
  private final Profile.Letters letters;
  private final int part;
  private final long from;
  private final long to;
  private final List<EventCell> cells = new ArrayList<>();
  private final String[] reasons;
  private final Weighted reasonWeights;
  private final long stream;
  private final BadRows badRows;

  LettersJob(Scene scene, Outreach outreach, int part) {
    this.scene = scene;
    this.outreach = outreach;
    this.letters = scene.profile().notices().letters();
    this.part = part;
    long affected = scene.census().affected();
    this.from = affected * part / letters.parts();
    this.to = affected * (part + 1) / letters.parts();
    this.reasons = letters.reasons().keySet().toArray(String[]::new);
    this.reasonWeights = Weighted.of(letters.reasons());
    this.stream = scene.stream("letter");
    this.badRows = new BadRows(letters.badRows(), scene.census(), letters.parts());
    letters.columns().values().forEach(content -> cells.add(cell(content)));
  }

  @Override
  public String path() {
    return String.format(Locale.ROOT, letters.path(), part);
  }

  @Override
  public long expectedRows() {
    return (to - from) / 20;
  }

  @Override
  public void write(PartFile file, Tally tally) throws IOException {
    file.out().add(String.join(",", letters.columns().keySet())).add('\n');
    Row row = new Row();
    Bytes scratch = new Bytes();
    LocalDate firstDay = letters.starts();
    for (String kind : badRows.declared().keySet()) {
      for (long n = badRows.in(part, kind); n > 0; n--) {
        writeBad(kind, n, file);
        tally.add("bad rows of letters", kind, 1);
      }
    }
    for (long rank = from; rank < to; rank++) {
      scene.people().fillRanked(row.person, rank);
      scratch.cutTo(0);
      boolean hasAddress = outreach.writeAddress(row, scratch);
      Outreach.Post post = outreach.post(row, hasAddress, scratch);
      if (post == Outreach.Post.NONE) {
        continue;
      }
      long bits = Randomness.at(stream, row.person.number);
      long day = firstDay.toEpochDay() + Randomness.below(bits, 4);
      event(row, "printed", day, "", file, tally);
      if (post != Outreach.Post.PRINTED) {
        long lodged = day + 1 + Randomness.below(Randomness.mix(bits), 2);
        event(row, "lodged", lodged, "", file, tally);
        if (post == Outreach.Post.RETURNED) {
          long back = lodged + 5 + Randomness.below(Randomness.mix(bits + 1), 16);
          String reason = reasons[reasonWeights.pick(Randomness.mix(bits + 2))];
          event(row, "returned", back, reason, file, tally);
        }
      }
    }
  }

  private void event(Row row, String event, long day, String reason, PartFile file, Tally tally)
      throws IOException {
    Bytes out = file.out();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.add(',');
      }
      int start = out.length();
      cells.get(i).write(row, event, day, reason, out);
      out.quoteFrom(start, (byte) ',');
    }
    out.add('\n');
    file.rowDone();
    tally.add("letter events", letters.words().get(event), 1);
  }

  private void writeBad(String kind, long number, PartFile file) throws IOException {
    Bytes out = file.out();
    out.add("LOST-").addNumber(part).add('-').addNumber(number);
    if (kind.equals("bad_date")) {
      for (String content : letters.columns().values()) {
        switch (content) {
          case "letter_id" -> {}
          case "event" -> out.add(',').add(letters.words().get("lodged"));
          case "date" -> out.add(",2025-02-31");
          default -> out.add(',');
        }
      }
    }
    out.add('\n');
    file.rowDone();
  }

  private EventCell cell(String content) {
    return switch (content) {
      case "letter_id" ->
          (row, event, day, reason, out) -> {
            out.add('L').addHex(Randomness.mix(Randomness.at(stream, row.person.number) + 9), 12);
          };
      case "event" -> (row, event, day, reason, out) -> out.add(letters.words().get(event));
      case "date" -> (row, event, day, reason, out) -> CivilDate.addIso(day, out);
      case "wave" -> (row, event, day, reason, out) -> out.add(letters.wave());
      case "reason" -> (row, event, day, reason, out) -> out.add(reason);
      default -> {
        Cell cell = scene.cell(content);
        yield (row, event, day, reason, out) -> cell.write(row, out);
      }
    };
  }
}
