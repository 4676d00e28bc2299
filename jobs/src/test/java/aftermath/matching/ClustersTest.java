package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import aftermath.matching.Clusters.Tie;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClustersTest {

  @Test
  void strongTiesMakeOnePersonAcrossSeveralSteps() {
    Clusters clusters = clusters(tie(1, 2, 12), tie(2, 3, 12), tie(1, 3, 8));

    assertEquals(1, clusters.person(3));
    assertEquals(1, clusters.person(2));
  }

  @Test
  void strangersAreNotChainedByOneWhoIsLikeBoth() {
    Clusters clusters = clusters(tie(1, 2, 12), tie(2, 3, 3));

    assertEquals(1, clusters.person(2));
    assertEquals(3, clusters.person(3));
  }

  @Test
  void aContradictionOutweighsAWeakTie() {
    Clusters clusters = clusters(tie(1, 2, 12), tie(2, 3, 4), tie(1, 3, -15));

    assertNotEquals(clusters.person(1), clusters.person(3));
  }

  @Test
  void twoKnownPeopleNeverBecomeOne() {
    Clusters clusters = clusters(known(1, 100, 15), known(1, 200, 14), tie(1, 2, 15));

    assertEquals(100, clusters.person(1));
    assertEquals(100L, clusters.owner(1));
    assertEquals(200L, clusters.owner(200));
  }

  @Test
  void aTieThatIsTooWeakIsNone() {
    Clusters clusters = Clusters.of(List.of(tie(1, 2, 2)), 3);

    assertEquals(2, clusters.person(2));
    assertNull(clusters.owner(2));
  }

  @Test
  void whatAClerkDecidedStandsAgainstAllWeights() {
    double same = Double.POSITIVE_INFINITY;
    double different = Double.NEGATIVE_INFINITY;
    Clusters clusters =
        clusters(tie(1, 2, different), tie(1, 3, 15), tie(2, 3, 14), tie(4, 5, same), tie(3, 5, 9));

    assertEquals(clusters.person(1), clusters.person(3));
    assertNotEquals(clusters.person(1), clusters.person(2));
    assertEquals(clusters.person(4), clusters.person(5));
  }

  @Test
  void everybodyHasOneRecordWhereThatIsSaid() {
    List<Tie> ties = List.of(known(1, 100, 15), known(2, 100, 12), known(2, 200, 9), tie(1, 2, 11));
    Clusters clusters = Clusters.oneToOne(ties, 0);

    assertEquals(100L, clusters.owner(1));
    assertEquals(200L, clusters.owner(2));
  }

  @Property(tries = 300)
  void theOrderOfTheTiesChangesNothing(@ForAll Random random) {
    var ties = new ArrayList<Tie>();
    for (int one = 1; one <= 8; one++) {
      for (int other = one + 1; other <= 8; other++) {
        if (random.nextInt(3) == 0) {
          ties.add(tie(one, other, random.nextInt(30) - 10));
        }
      }
    }
    Map<Long, Long> people = people(ties);
    Collections.shuffle(ties, random);

    assertEquals(people, people(ties));
  }

  private static Map<Long, Long> people(List<Tie> ties) {
    Clusters clusters = Clusters.of(ties, 0);
    return new HashSet<>(clusters.members())
        .stream().collect(Collectors.toMap(Function.identity(), clusters::person));
  }

  private static Clusters clusters(Tie... ties) {
    return Clusters.of(List.of(ties), 0);
  }

  private static Tie tie(long one, long other, double weight) {
    return new Tie(one, other, false, weight);
  }

  private static Tie known(long one, long other, double weight) {
    return new Tie(one, other, true, weight);
  }
}
