package aftermath.lakehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TablesAtOnceTest {
  private static final Table DELIVERED = Table.table("bronze.delivered");
  private static final Table BELOW = Table.table("silver.below");
  private static final Table ONE = Table.table("gold.one");
  private static final Table OTHER = Table.table("gold.other");
  private static final Table ABOVE = Table.table("gold.above");

  private static final List<Model> MODELS =
      List.of(
          model(BELOW, DELIVERED),
          model(ONE, BELOW),
          model(OTHER, BELOW),
          model(ABOVE, ONE, OTHER));

  @Test
  void aTableIsMadeWhenThoseItReadsFromAreMade() {
    Queue<String> made = new ConcurrentLinkedQueue<>();
    new TablesAtOnce(3).each(MODELS, model -> made.add(model.table().name()));
    var order = List.copyOf(made);
    assertEquals(4, order.size());
    assertEquals("silver.below", order.get(0));
    assertEquals("gold.above", order.get(3));
  }

  @Test
  void twoThatDoNotReadFromEachOtherAreMadeAtOnce() {
    var meeting = new CyclicBarrier(2);
    new TablesAtOnce(2)
        .each(
            MODELS,
            model -> {
              if (model.table().equals(ONE) || model.table().equals(OTHER)) {
                // Whoever is alone waits here in vain.
                meet(meeting);
              }
            });
    assertEquals(0, meeting.getNumberWaiting());
  }

  @Test
  void noMoreAreMadeAtOnceThanAllowed() {
    var atWork = new AtomicInteger();
    var most = new AtomicInteger();
    List<Model> many =
        IntStream.range(0, 40).mapToObj(i -> model(Table.table("gold.t" + i), DELIVERED)).toList();
    new TablesAtOnce(3)
        .each(
            many,
            model -> {
              most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
              Thread.yield();
              atWork.decrementAndGet();
            });
    assertTrue(most.get() <= 3, () -> most + " at once");
  }

  @Test
  void oneAtOnceIsInOrder() {
    Queue<Table> made = new ConcurrentLinkedQueue<>();
    new TablesAtOnce(1).each(MODELS, model -> made.add(model.table()));
    assertEquals(List.of(BELOW, ONE, OTHER, ABOVE), List.copyOf(made));
  }

  @Test
  void whereOneFailsWhatIsAtWorkIsFinishedAndNothingMoreIsBegun() {
    var otherIsAtWork = new CountDownLatch(1);
    Queue<String> finished = new ConcurrentLinkedQueue<>();
    var failure =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new TablesAtOnce(2)
                    .each(
                        MODELS,
                        model -> {
                          if (model.table().equals(OTHER)) {
                            otherIsAtWork.countDown();
                          } else if (model.table().equals(ONE)) {
                            await(otherIsAtWork);
                            throw new IllegalArgumentException("one cannot be made");
                          }
                          finished.add(model.table().name());
                        }));
    assertEquals("one cannot be made", failure.getMessage());
    assertEquals(List.of("silver.below", "gold.other"), List.copyOf(finished));
  }

  private static void meet(CyclicBarrier meeting) {
    try {
      meeting.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("Nobody else came", e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Model model(Table table, Table... inputs) {
    return Arrays.asList(inputs).size() == 1
        ? Model.model(table).from(inputs).as(rows -> rows)
        : Model.model(table).from(inputs).as((one, other) -> one);
  }
}
