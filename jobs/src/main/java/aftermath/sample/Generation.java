package aftermath.sample;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What to generate and where.
 *
 * @param scale factor of all the profile's counts
 * @param seed the same profile, scale and seed give the same bytes, however many threads write
 * @param out the delivery: what the organisation would have
 * @param truth what nobody would have; not within the delivery
 */
public record Generation(
    Profile profile,
    double scale,
    long seed,
    Path out,
    Path truth,
    Existing existing,
    int threads,
    Consumer<Progress> progress) {

  /** A generation at full size with seed 1, by two threads, into empty folders. */
  public static Generation of(Profile profile, Path out, Path truth) {
    return new Generation(profile, 1, 1, out, truth, Existing.REFUSE, 2, progress -> {});
  }

  public Generation scaledBy(double newScale) {
    return new Generation(profile, newScale, seed, out, truth, existing, threads, progress);
  }

  public Generation seededWith(long newSeed) {
    return new Generation(profile, scale, newSeed, out, truth, existing, threads, progress);
  }

  public Generation where(Existing newExisting) {
    return new Generation(profile, scale, seed, out, truth, newExisting, threads, progress);
  }

  public Generation writtenBy(int newThreads) {
    return new Generation(profile, scale, seed, out, truth, existing, newThreads, progress);
  }

  /** The listener is called by one thread at a time, every few thousand rows. */
  public Generation telling(Consumer<Progress> listener) {
    return new Generation(profile, scale, seed, out, truth, existing, threads, listener);
  }

  /**
   * Writes all files; see {@link Generator#generate}.
   *
   * @throws SampleProblem if the folders are not usable or something cannot be written
   */
  public Summary run() {
    return Generator.generate(this);
  }
}
