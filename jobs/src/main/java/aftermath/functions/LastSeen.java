package aftermath.functions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * What was made of a constant argument, kept for the next row: a constant comes with every row,
 * always as the same object, so that reading it once per thread is enough. A plan may have the same
 * call in several places, each with its own copy of the constant.
 */
final class LastSeen<A, T> {
  private static final int KEPT = 8;

  private record Read<A, T>(A argument, T value) {}

  private final ThreadLocal<Deque<Read<A, T>>> reads = ThreadLocal.withInitial(ArrayDeque::new);
  private final Function<A, T> reading;

  LastSeen(Function<A, T> reading) {
    this.reading = reading;
  }

  @SuppressWarnings("ReferenceEquality") // Another object is another constant; the same is not.
  T of(A argument) {
    Deque<Read<A, T>> kept = reads.get();
    for (Read<A, T> read : kept) {
      if (read.argument == argument) {
        return read.value;
      }
    }
    var read = new Read<>(argument, reading.apply(argument));
    kept.addFirst(read);
    if (kept.size() > KEPT) {
      kept.removeLast();
    }
    return read.value;
  }
}
