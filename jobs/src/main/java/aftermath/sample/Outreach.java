package aftermath.sample;

import java.util.List;

/** Who was sent what, and what became of it: a function of the seed and the person. */
final class Outreach {

  /** How a letter fared. */
  enum Post {
    NONE,
    PRINTED,
    LODGED,
    RETURNED
  }

  /** Whether a person has been told. */
  enum State {
    REACHED_BY_EMAIL,
    REACHED_BY_POST,
    UNREACHABLE,
    PENDING
  }

  private static final Outcome[] OUTCOMES = Outcome.values();

  private final Profile.Notices notices;
  private final Cell[] addresses;
  private final Cell postal;
  private final long[] waveStreams;
  private final long postStream;
  private final double[] upTo = new double[OUTCOMES.length];

  Outreach(Scene scene) {
    this.notices = scene.profile().notices();
    this.addresses = notices.address().stream().map(scene::cell).toArray(Cell[]::new);
    this.postal = notices.letters() == null ? null : scene.cell(notices.letters().needs());
    List<Profile.Wave> waves = notices.messages().waves();
    this.waveStreams = new long[waves.size()];
    for (int i = 0; i < waveStreams.length; i++) {
      waveStreams[i] = scene.stream("wave " + i);
    }
    this.postStream = scene.stream("post");
    double total = 0;
    for (Outcome outcome : OUTCOMES) {
      total += notices.messages().outcomes().getOrDefault(outcome, 0.0);
      upTo[outcome.ordinal()] = total;
    }
  }

  /** Random bits of one message. */
  long bits(int wave, long number) {
    return Randomness.at(waveStreams[wave], number);
  }

  /** Whether a person would be sent a message in a wave if they had an address. */
  boolean isMeant(int wave, long number) {
    return Randomness.share(Randomness.mix(bits(wave, number) + 1))
            < notices.messages().waves().get(wave).share()
        && (wave == 0 || !outcome(0, number).dead());
  }

  Outcome outcome(int wave, long number) {
    double share = Randomness.share(Randomness.mix(bits(wave, number) + 2)) * upTo[upTo.length - 1];
    for (Outcome outcome : OUTCOMES) {
      if (share < upTo[outcome.ordinal()]) {
        return outcome;
      }
    }
    return Outcome.NOTHING_YET;
  }

  /** Writes the address a person is written to; whether there is one. */
  boolean writeAddress(Row row, Bytes out) {
    for (Cell address : addresses) {
      if (address.write(row, out)) {
        return true;
      }
    }
    return false;
  }

  /** What became of the letter to a person whom no e-mail can reach. */
  Post post(Row row, boolean hasAddress, Bytes scratch) {
    if (postal == null || (hasAddress && !outcome(0, row.person.number).dead())) {
      return Post.NONE;
    }
    int start = scratch.length();
    boolean canBePosted = postal.write(row, scratch);
    scratch.cutTo(start);
    if (!canBePosted) {
      return Post.NONE;
    }
    double share = Randomness.share(Randomness.at(postStream, row.person.number));
    Profile.Letters letters = notices.letters();
    if (share < letters.onlyPrinted()) {
      return Post.PRINTED;
    }
    return share < letters.onlyPrinted() + letters.returned() ? Post.RETURNED : Post.LODGED;
  }

  State state(Row row, boolean hasAddress, Post post) {
    long number = row.person.number;
    boolean dead = !hasAddress;
    if (hasAddress) {
      for (int wave = 0; wave < waveStreams.length; wave++) {
        if (isMeant(wave, number) && outcome(wave, number).reached()) {
          return State.REACHED_BY_EMAIL;
        }
      }
      dead = outcome(0, number).dead();
    }
    return switch (post) {
      case LODGED -> State.REACHED_BY_POST;
      case PRINTED -> State.PENDING;
      case RETURNED -> State.UNREACHABLE;
      case NONE -> dead ? State.UNREACHABLE : State.PENDING;
    };
  }
}
