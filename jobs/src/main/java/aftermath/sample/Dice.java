package aftermath.sample;

/** A sequence of draws that starts at one place of a stream. Reused, to spare the collector. */
final class Dice {
  private long state;

  /** Starts the sequence that belongs to one place of a stream. */
  Dice startAt(long stream, long place) {
    state = Randomness.at(stream, place);
    return this;
  }

  long bits() {
    state += 0x9E3779B97F4A7C15L;
    return Randomness.mix(state);
  }

  int below(int bound) {
    return Randomness.below(bits(), bound);
  }

  double share() {
    return Randomness.share(bits());
  }

  boolean happens(double probability) {
    return share() < probability;
  }
}
