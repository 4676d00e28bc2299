package aftermath.standard;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Who was seen first with each key, and whether somebody else was seen with it, in plain arrays.
 */
final class KeyOwners {
  private static final byte FREE = 0;
  private static final byte OWNED = 1;
  private static final byte SHARED = 2;

  private long[] keys = new long[1024];
  private long[] owners = new long[1024];
  private byte[] states = new byte[1024];
  private int size;

  void add(long key, long owner) {
    int slot = slot(key);
    if (states[slot] == FREE) {
      keys[slot] = key;
      owners[slot] = owner;
      states[slot] = OWNED;
      size++;
      if (2 * size > keys.length) {
        grow();
      }
    } else if (owners[slot] != owner) {
      states[slot] = SHARED;
    }
  }

  /** The keys that more than one owner has. */
  LongStream sharedKeys() {
    return IntStream.range(0, keys.length)
        .filter(slot -> states[slot] == SHARED)
        .mapToLong(slot -> keys[slot]);
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
    while (states[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldOwners = owners;
    byte[] oldStates = states;
    keys = new long[2 * oldKeys.length];
    owners = new long[2 * oldKeys.length];
    states = new byte[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldStates[i] != FREE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        owners[slot] = oldOwners[i];
        states[slot] = oldStates[i];
      }
    }
  }
}
