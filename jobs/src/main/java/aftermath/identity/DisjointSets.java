package aftermath.identity;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Disjoint sets of 64-bit nodes (Galler and Fischer 1964), in open addressing over plain arrays.
 * The smallest node of a set is its root, so that the outcome does not depend on the order of
 * joins.
 */
final class DisjointSets {
  private static final int FREE = -1;

  private long[] nodes = new long[1024];
  private int[] parents = new int[1024];
  private int[] table = filled(4096);
  private int size;

  /** What is made of a node and the smallest node of its set. */
  interface Pair<T> {
    T of(long node, long smallest);
  }

  void join(long one, long other) {
    int a = root(index(one));
    int b = root(index(other));
    if (a == b) {
      return;
    }
    if (nodes[a] < nodes[b]) {
      parents[b] = a;
    } else {
      parents[a] = b;
    }
  }

  /** Every node with the smallest of its set. */
  <T> Iterator<T> nodesWithSmallest(Pair<T> pair) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int index = next++;
        return pair.of(nodes[index], nodes[root(index)]);
      }
    };
  }

  private int root(int index) {
    int at = index;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private int index(long node) {
    int slot = slot(node, table.length);
    while (table[slot] != FREE) {
      if (nodes[table[slot]] == node) {
        return table[slot];
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return add(node, slot);
  }

  private int add(long node, int slot) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      parents = Arrays.copyOf(parents, 2 * size);
    }
    nodes[size] = node;
    parents[size] = size;
    table[slot] = size;
    size++;
    if (2 * size > table.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    int[] larger = filled(2 * table.length);
    for (int i = 0; i < size; i++) {
      int slot = slot(nodes[i], larger.length);
      while (larger[slot] != FREE) {
        slot = (slot + 1) & (larger.length - 1);
      }
      larger[slot] = i;
    }
    table = larger;
  }

  private static int slot(long node, int length) {
    long mixed = node * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 33) & (length - 1);
  }

  private static int[] filled(int length) {
    int[] free = new int[length];
    Arrays.fill(free, FREE);
    return free;
  }
}
