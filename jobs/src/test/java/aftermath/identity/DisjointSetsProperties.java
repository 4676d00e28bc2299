package aftermath.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DisjointSetsProperties {

  @Property(tries = 300)
  void theSmallestNodeOfAComponentNamesIt(@ForAll("edges") List<Edge> edges) {
    assertEquals(Edge.componentsOf(edges), sets(edges));
  }

  @Property(tries = 300)
  void theOrderOfJoinsChangesNothing(@ForAll("edges") List<Edge> edges, @ForAll Random random) {
    var shuffled = new ArrayList<>(edges);
    Collections.shuffle(shuffled, random);

    assertEquals(sets(edges), sets(shuffled));
  }

  @Example
  void aLongChainIsOneSet() {
    List<Edge> chain =
        LongStream.range(0, 100_000).mapToObj(node -> new Edge(node + 1, node)).toList();

    Map<Long, Long> sets = sets(chain);

    assertEquals(100_001, sets.size());
    assertEquals(List.of(0L), sets.values().stream().distinct().toList());
  }

  @Provide
  Arbitrary<List<Edge>> edges() {
    Arbitrary<Long> node =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-20, 20),
            Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 0x9E3779B97F4A7C15L));
    return Combinators.combine(node, node).as(Edge::new).list().ofMaxSize(60);
  }

  private static Map<Long, Long> sets(List<Edge> edges) {
    var sets = new DisjointSets();
    edges.forEach(edge -> sets.join(edge.node(), edge.hub()));
    var smallest = new HashMap<Long, Long>();
    sets.nodesWithSmallest(Map::entry)
        .forEachRemaining(pair -> smallest.put(pair.getKey(), pair.getValue()));
    return smallest;
  }
}
