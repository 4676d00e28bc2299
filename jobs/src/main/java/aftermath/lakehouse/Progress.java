package aftermath.lakehouse;

import java.time.Duration;

/** Whoever wants to know how far a run has come. Several steps may be at work at once. */
public interface Progress {

  /** A step begins that may take long. */
  void begins(String step);

  /** The step has ended. */
  void ends(String step, long rows, Duration took);

  /** The step has ended, and has changed so many rows of those there were. */
  void changed(String step, long rows, Duration took);

  /** A step was left out because nothing it depends on has changed. */
  void unchanged(String step);

  /** Says nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void begins(String step) {}

        @Override
        public void ends(String step, long rows, Duration took) {}

        @Override
        public void changed(String step, long rows, Duration took) {}

        @Override
        public void unchanged(String step) {}
      };
}
