package aftermath.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes what the contact centre exports: who was in the queue, for how long, and what it was
 * about. Whoever has less patience than the queue is long gives up.
 */
final class CallsJob implements Job {

  /** What is said of one contact. */
  private static final class Contact {
    long id;
    long offeredAt;
    long answeredAt;
    long endedAt;
    long wrapUpSeconds;
    boolean isAnswered;
    boolean isAnonymous;
    String line;
    String topic;
  }

  /** Writes one cell of one contact. */
  private interface ContactCell {
    void write(Row row, Contact contact, Bytes out);
  }

  private final Scene scene;
  private final Responders responders;
  private final Profile.Calls calls;
  private final int part;
  private final long from;
  private final long to;
  private final List<ContactCell> cells = new ArrayList<>();
  private final String[] lines;
  private final Weighted lineWeights;
  private final String[] topics;
  private final Weighted topicWeights;
  private final long stream;

  CallsJob(Scene scene, Outreach outreach, int part) {
    this.scene = scene;
    this.responders = new Responders(scene, outreach);
    this.calls = scene.profile().responses().calls();
    this.part = part;
    long affected = scene.census().affected();
    this.from = affected * part / calls.parts();
    this.to = affected * (part + 1) / calls.parts();
    this.lines = calls.lines().keySet().toArray(String[]::new);
    this.lineWeights = Weighted.of(calls.lines());
    this.topics = calls.topics().keySet().toArray(String[]::new);
    this.topicWeights = Weighted.of(calls.topics());
    this.stream = scene.stream("call");
    calls.columns().values().forEach(content -> cells.add(cell(content)));
  }

  @Override
  public String path() {
    return String.format(Locale.ROOT, calls.path(), part);
  }

  @Override
  public long expectedRows() {
    return (long) ((to - from) * calls.share());
  }

  @Override
  public void write(PartFile file, Tally tally) throws IOException {
    file.out().add(String.join(",", calls.columns().keySet())).add('\n');
    Row row = new Row();
    Dice dice = new Dice();
    Contact contact = new Contact();
    for (long rank = from; rank < to; rank++) {
      scene.people().fillRanked(row.person, rank);
      dice.startAt(stream, row.person.number);
      if (responders.acts(row, dice, calls.share())) {
        call(row, contact, dice, file, tally);
        if (dice.happens(calls.again())) {
          call(row, contact, dice, file, tally);
        }
      }
    }
  }

  private void call(Row row, Contact contact, Dice dice, PartFile file, Tally tally)
      throws IOException {
    fill(contact, dice);
    write(row, contact, file);
    tally.add("contacts", contact.isAnswered ? "answered" : "abandoned", 1);
    if (dice.happens(calls.duplicated())) {
      write(row, contact, file);
      tally.add("contacts", "delivered twice", 1);
    }
  }

  private void fill(Contact contact, Dice dice) {
    contact.id = dice.bits();
    contact.offeredAt = responders.moment(dice);
    double crowd = 1 + calls.crowding() * Math.exp(-responders.daysSinceNews(contact.offeredAt));
    double wait = Responders.exponential(dice, calls.waitSeconds() * crowd);
    double patience = Responders.exponential(dice, calls.patienceSeconds());
    contact.isAnswered = wait <= patience;
    contact.answeredAt = contact.offeredAt + 1000 * (long) wait;
    double talk = 20 + Responders.exponential(dice, calls.talkSeconds());
    contact.endedAt =
        contact.isAnswered
            ? contact.answeredAt + 1000 * (long) talk
            : contact.offeredAt + 1000 * (long) patience;
    contact.wrapUpSeconds = 10 + (long) Responders.exponential(dice, calls.wrapUpSeconds());
    contact.isAnonymous = !contact.isAnswered || dice.happens(calls.anonymous());
    contact.line = lines[lineWeights.pick(dice.bits())];
    contact.topic = topics[topicWeights.pick(dice.bits())];
  }

  private void write(Row row, Contact contact, PartFile file) throws IOException {
    Bytes out = file.out();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.add(',');
      }
      int start = out.length();
      cells.get(i).write(row, contact, out);
      out.quoteFrom(start, (byte) ',');
    }
    out.add('\n');
    file.rowDone();
  }

  private ContactCell cell(String content) {
    return switch (content) {
      case "contact_id" -> (row, contact, out) -> out.add('K').addHex(contact.id, 12);
      case "offered_at" -> (row, contact, out) -> out.addMoment(contact.offeredAt);
      case "answered_at" -> ifAnswered((row, contact, out) -> out.addMoment(contact.answeredAt));
      case "ended_at" -> (row, contact, out) -> out.addMoment(contact.endedAt);
      case "wrap_up" -> ifAnswered((row, contact, out) -> out.addNumber(contact.wrapUpSeconds));
      case "result" ->
          (row, contact, out) ->
              out.add(calls.words().get(contact.isAnswered ? "answered" : "abandoned"));
      case "line" -> (row, contact, out) -> out.add(contact.line);
      case "topic" -> ifAnswered((row, contact, out) -> out.add(contact.topic));
      default -> {
        Cell cell = scene.cell(content);
        yield (row, contact, out) -> {
          if (!contact.isAnonymous) {
            cell.write(row, out);
          }
        };
      }
    };
  }

  private static ContactCell ifAnswered(ContactCell cell) {
    return (row, contact, out) -> {
      if (contact.isAnswered) {
        cell.write(row, contact, out);
      }
    };
  }
}
