package aftermath.sample;

import java.util.function.Consumer;

/** Adds up what the threads have written and tells whoever wants to know. */
final class Teller {
  private final Consumer<Progress> listener;
  private final long expected;
  private long rows;

  Teller(Consumer<Progress> listener, long expected) {
    this.listener = listener;
    this.expected = expected;
  }

  Voice voice(String file) {
    return new Voice(file);
  }

  private synchronized void add(String file, long more) {
    rows += more;
    listener.accept(new Progress(file, rows, expected));
  }

  /** Speaks for one file. */
  final class Voice {
    private final String file;
    private long told;

    private Voice(String file) {
      this.file = file;
    }

    void tell(long rowsOfFile) {
      add(file, rowsOfFile - told);
      told = rowsOfFile;
    }
  }
}
