package aftermath.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two nodes that belong together. */
record Edge(long node, long hub) {

  /** Every node with the smallest of its component, found the slow way: until nothing changes. */
  static Map<Long, Long> componentsOf(List<Edge> edges) {
    var smallest = new HashMap<Long, Long>();
    for (Edge edge : edges) {
      smallest.put(edge.node, edge.node);
      smallest.put(edge.hub, edge.hub);
    }
    boolean isChanging = true;
    while (isChanging) {
      isChanging = false;
      for (Edge edge : edges) {
        long least = Math.min(smallest.get(edge.node), smallest.get(edge.hub));
        isChanging |= smallest.put(edge.node, least) != least;
        isChanging |= smallest.put(edge.hub, least) != least;
      }
    }
    return smallest;
  }
}
