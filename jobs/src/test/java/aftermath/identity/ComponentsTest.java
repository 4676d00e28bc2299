package aftermath.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.testing.SparkSessionForTests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkSessionForTests.class)
class ComponentsTest {
  private static final StructType EDGES =
      StructType.fromDDL("node BIGINT NOT NULL, hub BIGINT NOT NULL");

  private final SparkSession spark;

  ComponentsTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 7", "4, 16"})
  void areThoseOfTheSlowWayInAnyOrderAndAnyPartitioning(int seed, int partitions) {
    var random = new Random(seed);
    List<Edge> edges =
        Stream.generate(() -> new Edge(random.nextLong(400), random.nextLong(400)))
            .limit(250)
            .toList();

    assertEquals(Edge.componentsOf(edges), components(edges, partitions));
  }

  @Test
  void aChainAcrossAllPartitionsIsOneComponent() {
    List<Edge> chain =
        Stream.iterate(new Edge(1, 0), edge -> new Edge(edge.node() + 1, edge.node()))
            .limit(100)
            .toList();

    assertEquals(Edge.componentsOf(chain), components(chain, 10));
  }

  @Test
  void withoutEdgesThereIsNothing() {
    assertEquals(Map.of(), components(List.of(), 1));
  }

  private Map<Long, Long> components(List<Edge> edges, int partitions) {
    List<Row> rows =
        edges.stream().map(edge -> RowFactory.create(edge.node(), edge.hub())).toList();
    var smallest = new HashMap<Long, Long>();
    Components.of(spark.createDataFrame(rows, EDGES).repartition(partitions))
        .collectAsList()
        .forEach(row -> smallest.put(row.getLong(0), row.getLong(1)));
    return smallest;
  }
}
