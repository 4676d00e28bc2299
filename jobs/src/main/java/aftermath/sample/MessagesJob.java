package aftermath.sample;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes one part file of the mail provider's events.
 *
 * <p>Messages are sent in a random order of the people, wave after wave. What happens to a message
 * at once stands in the file of its time; what people do days later stands in the next one, among
 * the first events of other messages, so that no file holds a message's whole story.
 */
final class MessagesJob implements Job {
  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;

  private final Scene scene;
  private final Outreach outreach;
  private final Profile.Messages messages;
  private final int part;
  private final Shuffle[] orders;
  private final byte[][] waveNames;
  private final Cell tagged;
  private final SesEvents events;
  private final BadRows badRows;

  private final Row row = new Row();
  private final SesEvents.Message message = new SesEvents.Message();
  private final Bytes line = new Bytes();
  private final Bytes later = new Bytes();

  MessagesJob(Scene scene, Outreach outreach, int part) {
    this.scene = scene;
    this.outreach = outreach;
    this.messages = scene.profile().notices().messages();
    this.part = part;
    List<Profile.Wave> waves = messages.waves();
    this.orders = new Shuffle[waves.size()];
    this.waveNames = new byte[waves.size()][];
    for (int i = 0; i < orders.length; i++) {
      orders[i] =
          new Shuffle(Math.max(1, scene.census().affected()), scene.stream("order of wave " + i));
      waveNames[i] = Bytes.of(waves.get(i).name());
    }
    this.tagged = scene.cell(messages.tagValue());
    this.events = new SesEvents(messages);
    this.badRows = new BadRows(messages.badRows(), scene.census(), messages.parts());
  }

  @Override
  public String path() {
    return String.format(Locale.ROOT, messages.path(), part);
  }

  @Override
  public long expectedRows() {
    double sent = messages.waves().stream().mapToDouble(Profile.Wave::share).sum();
    double each = 2 + 1.4 * messages.opened() + messages.clicked();
    return (long) (scene.census().affected() * sent * each / messages.parts());
  }

  @Override
  public void write(PartFile file, Tally tally) throws IOException {
    Counts counts = new Counts();
    for (String kind : badRows.declared().keySet()) {
      for (long n = badRows.in(part, kind); n > 0; n--) {
        file.out().add("{\"eventType\":\"Delivery\",\"mail\":{\"times\n");
        file.rowDone();
        tally.add("bad rows of messages", kind, 1);
      }
    }
    long all = scene.census().affected() * orders.length;
    long from = all * part / messages.parts();
    long to = all * (part + 1) / messages.parts();
    int before = (part + messages.parts() - 1) % messages.parts();
    long laterFrom = all * before / messages.parts();
    long laterTo = all * (before + 1) / messages.parts();
    for (long i = 0; i < Math.max(to - from, laterTo - laterFrom); i++) {
      if (from + i < to) {
        writeWhatHappensAtOnce(from + i, file, counts);
      }
      if (laterFrom + i < laterTo) {
        writeWhatHappensLater(laterFrom + i, file, counts);
      }
    }
    if (later.length() > 0) {
      file.out().add(later);
      file.rowDone();
    }
    counts.addTo(tally);
  }

  private void writeWhatHappensAtOnce(long slot, PartFile file, Counts counts) throws IOException {
    int wave = (int) (slot / scene.census().affected());
    long place = slot % scene.census().affected();
    long rank = orders[wave].numberAt(place);
    long number = scene.census().numberOf(rank);
    if (!outreach.isMeant(wave, number) || !fill(wave, place, rank)) {
      return;
    }
    Outcome outcome = outreach.outcome(wave, number);
    counts.sent(outcome, row.person.sharesEmail);
    long soon = message.sentAt + 400 + Randomness.below(Randomness.mix(message.bits + 3), 9_000);
    boolean disordered = happens(4, messages.disordered());
    if (!disordered) {
      events.send(message, line);
      emit("Send", file, counts);
    }
    switch (outcome) {
      case DELIVERED, BOUNCED_AFTER_DELIVERY -> {
        events.delivery(message, soon, line);
        emit("Delivery", file, counts);
      }
      case DELAYED_THEN_DELIVERED -> {
        events.delay(message, soon + 5 * MINUTE, line);
        emit("DeliveryDelay", file, counts);
        events.delivery(message, soon + 3 * HOUR + (message.bits & 0xffffff), line);
        emit("Delivery", file, counts);
      }
      case HARD_BOUNCED -> {
        events.hardBounce(message, soon, line);
        emit("Bounce", file, counts);
      }
      case SOFT_BOUNCED -> {
        events.delay(message, soon + 5 * MINUTE, line);
        emit("DeliveryDelay", file, counts);
        events.softBounce(message, soon + 14 * HOUR, line);
        emit("Bounce", file, counts);
      }
      case REJECTED -> {
        events.reject(message, line);
        emit("Reject", file, counts);
      }
      case STILL_DELAYED -> {
        events.delay(message, soon + 5 * MINUTE, line);
        emit("DeliveryDelay", file, counts);
      }
      case NOTHING_YET -> {}
    }
    if (disordered) {
      events.send(message, line);
      emit("Send", file, counts);
    }
  }

  private void writeWhatHappensLater(long slot, PartFile file, Counts counts) throws IOException {
    int wave = (int) (slot / scene.census().affected());
    long place = slot % scene.census().affected();
    long rank = orders[wave].numberAt(place);
    long number = scene.census().numberOf(rank);
    Outcome outcome = outreach.outcome(wave, number);
    boolean late = outcome == Outcome.BOUNCED_AFTER_DELIVERY;
    message.bits = outreach.bits(wave, number);
    boolean opened = outcome.reached() && happens(5, messages.opened());
    boolean complained = outcome.reached() && happens(6, messages.complained());
    if (!(opened || complained || late)
        || !outreach.isMeant(wave, number)
        || !fill(wave, place, rank)) {
      return;
    }
    long at = message.sentAt + 4 * HOUR + (Randomness.mix(message.bits + 7) & 0xfffffffL);
    if (opened) {
      events.open(message, at, line);
      emit("Open", file, counts);
      if (happens(8, 0.35)) {
        events.open(message, at + 7 * HOUR, line);
        emit("Open", file, counts);
      }
      if (happens(9, messages.clicked() / Math.max(messages.opened(), 1e-9))) {
        events.click(message, at + MINUTE / 2, line);
        emit("Click", file, counts);
      }
    }
    if (complained) {
      events.complaint(message, at + HOUR, line);
      emit("Complaint", file, counts);
    }
    if (late) {
      events.lateBounce(message, at, line);
      emit("Bounce", file, counts);
    }
  }

  private boolean fill(int wave, long place, long rank) {
    scene.people().fillRanked(row.person, rank);
    message.address.cutTo(0);
    message.tagValue.cutTo(0);
    if (!outreach.writeAddress(row, message.address)) {
      return false;
    }
    tagged.write(row, message.tagValue);
    Profile.Wave spec = messages.waves().get(wave);
    message.wave = waveNames[wave];
    message.bits = outreach.bits(wave, row.person.number);
    double share = (double) place / scene.census().affected();
    message.sentAt =
        spec.starts().toEpochMilli()
            + (long) (share * spec.hours() * HOUR)
            + (message.bits & 0x3fff);
    return true;
  }

  /** Writes the line just made, now and then twice, the second time a few messages later. */
  private void emit(String type, PartFile file, Counts counts) throws IOException {
    file.out().add(line);
    file.rowDone();
    counts.event(type);
    if (later.length() > 0) {
      file.out().add(later);
      later.cutTo(0);
      file.rowDone();
    }
    long bits = Randomness.mix(message.bits + type.hashCode() + file.rows());
    if (Randomness.share(bits) < messages.duplicated()) {
      later.add(line);
      counts.duplicates++;
    }
    line.cutTo(0);
  }

  private boolean happens(int purpose, double probability) {
    return Randomness.share(Randomness.mix(message.bits + purpose)) < probability;
  }

  /** Counts kept apart from the tally, which is shared and slow. */
  private static final class Counts {
    private final Map<String, long[]> events = new HashMap<>();
    private final long[] outcomes = new long[Outcome.values().length];
    private long inHouseholds;
    private long duplicates;

    void event(String type) {
      events.computeIfAbsent(type, t -> new long[1])[0]++;
    }

    void sent(Outcome outcome, boolean sharedAddress) {
      outcomes[outcome.ordinal()]++;
      if (sharedAddress) {
        inHouseholds++;
      }
    }

    void addTo(Tally tally) {
      events.forEach((type, count) -> tally.add("events by type", type, count[0]));
      for (Outcome outcome : Outcome.values()) {
        tally.add("messages by outcome", outcome.name(), outcomes[outcome.ordinal()]);
      }
      tally.add("messages", "to shared addresses", inHouseholds);
      tally.add("messages", "events delivered twice", duplicates);
    }
  }
}
