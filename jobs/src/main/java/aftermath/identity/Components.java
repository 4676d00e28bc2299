package aftermath.identity;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Connected components of a graph of 64-bit nodes, in a fixed number of stages and without an
 * action. Every partition reduces its edges to a spanning forest, which has fewer edges than nodes;
 * forests are merged until one is left. Only nodes that share a key with another one take part, at
 * about 40 bytes each in the last task.
 */
public final class Components implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final StructType EDGE =
      StructType.fromDDL("node BIGINT NOT NULL, hub BIGINT NOT NULL");

  private Components() {}

  /**
   * @param edges node, hub
   * @return node, hub: the smallest node of its component, for every node that has an edge
   */
  public static Dataset<Row> of(Dataset<Row> edges) {
    MapPartitionsFunction<Row, Row> forest = Components::forestOf;
    var encoder = Encoders.row(EDGE);
    return edges
        .select(col("node"), col("hub"))
        .mapPartitions(forest, encoder)
        .repartition(8, col("hub"))
        .mapPartitions(forest, encoder)
        .coalesce(1)
        .mapPartitions(forest, encoder);
  }

  private static Iterator<Row> forestOf(Iterator<Row> edges) {
    var sets = new DisjointSets();
    while (edges.hasNext()) {
      Row edge = edges.next();
      sets.join(edge.getLong(0), edge.getLong(1));
    }
    return sets.nodesWithSmallest((node, smallest) -> RowFactory.create(node, smallest));
  }
}
