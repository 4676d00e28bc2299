package aftermath.identity.probable;

import aftermath.matching.Meeting;
import java.util.List;

/** Which looks of a block are compared with each other. */
enum Pairing {
  /** Every record with every other; the one with the smaller number comes first. */
  RECORDS {
    @Override
    void pairs(Block block, Meeting meeting, Comparing comparing) {
      List<Block.Seen> records = block.records();
      for (int first = 0; first < records.size(); first++) {
        for (int second = first + 1; second < records.size(); second++) {
          Block.Seen one = records.get(first);
          Block.Seen other = records.get(second);
          boolean isInOrder = one.profile() < other.profile();
          meet(block, isInOrder ? one : other, isInOrder ? other : one, meeting, comparing);
        }
      }
    }
  },

  /** Every record with every known person. */
  KNOWN_PEOPLE {
    @Override
    void pairs(Block block, Meeting meeting, Comparing comparing) {
      for (Block.Seen one : block.records()) {
        for (Block.Seen other : block.known()) {
          meet(block, one, other, meeting, comparing);
        }
      }
    }
  };

  /** What is done with a pair. */
  interface Comparing {
    void pair(Block.Seen one, Block.Seen other);
  }

  /** Shows every pair that meets under no earlier rule than the block's. */
  abstract void pairs(Block block, Meeting meeting, Comparing comparing);

  private static void meet(
      Block block, Block.Seen one, Block.Seen other, Meeting meeting, Comparing comparing) {
    if (meeting.isFirst(block.rule(), block.look(one), block.look(other))) {
      comparing.pair(one, other);
    }
  }
}
