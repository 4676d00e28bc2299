package aftermath.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who is who, without a list of anybody. Every person has a number, by which neighbours are
 * neighbours, and a rank in a random order. The ranks are dealt out to the groups of the profile
 * one after another, so that every count is exact at any size.
 */
final class Census {

  /** The populations of people who show a given share of what their group may show. */
  private record Belonging(long upTo, int populations) {}

  /** Nested counts: whoever is placed before {@code upTo} shows {@code field}. */
  private record Some(Shuffle order, long[] upTo, long[] field) {
    long shownAt(long position) {
      long place = order.placeOf(position);
      long shown = 0;
      for (int i = 0; i < upTo.length; i++) {
        if (place < upTo[i]) {
          shown |= field[i];
        }
      }
      return shown;
    }
  }

  private record Cell(
      int part,
      long start,
      long size,
      long fields,
      List<Some> some,
      Shuffle order,
      List<Belonging> belonging) {}

  private final Profile profile;
  private final double scale;
  private final List<String> parts;
  private final Cell[] cells;
  private final long affected;
  private final long people;
  private final Shuffle ranks;
  private final Shuffle recordOrder;
  private final Shuffle repeats;
  private final long[] peopleWithMore;
  private final int[] recordsOfMore;
  private final long records;

  Census(Profile profile, double scale, long seed) {
    this.profile = profile;
    this.scale = scale;
    this.parts = profile.exposed().stream().map(Profile.Group::part).distinct().toList();
    List<Cell> dealt = new ArrayList<>();
    long declared = 0;
    for (Profile.Group group : profile.exposed()) {
      long start = Math.round(declared * scale);
      declared += group.people();
      dealt.add(cell(group, start, Math.round(declared * scale) - start, seed));
    }
    this.affected = Math.round(declared * scale);
    for (Profile.Others others : profile.others()) {
      long start = Math.round(declared * scale);
      declared += others.people();
      long size = Math.round(declared * scale) - start;
      int populations = populations(others.belongsTo());
      dealt.add(
          new Cell(
              -1,
              start,
              size,
              0,
              List.of(),
              new Shuffle(Math.max(1, size), 0),
              List.of(new Belonging(size, populations))));
    }
    this.people = Math.round(declared * scale);
    this.cells = dealt.toArray(Cell[]::new);
    this.ranks = new Shuffle(Math.max(1, people), Randomness.stream(seed, "ranks"));
    this.repeats = new Shuffle(Math.max(1, affected), Randomness.stream(seed, "repeats"));
    Map<Integer, Long> repeated = profile.records().peopleWith();
    this.peopleWithMore = new long[repeated.size()];
    this.recordsOfMore = new int[repeated.size()];
    long extra = 0;
    long upTo = 0;
    int i = 0;
    for (var entry : repeated.entrySet()) {
      long some = Math.min(affected - upTo, atLeastOne(entry.getValue()));
      upTo += some;
      extra += some * (entry.getKey() - 1);
      peopleWithMore[i] = upTo;
      recordsOfMore[i++] = entry.getKey();
    }
    this.records = affected + extra;
    this.recordOrder = new Shuffle(Math.max(1, records), Randomness.stream(seed, "record order"));
  }

  /** A count of the profile at the scale asked for; what is to be seen is seen at least once. */
  long atLeastOne(long declared) {
    return declared == 0 ? 0 : Math.max(1, Math.round(declared * scale));
  }

  long people() {
    return people;
  }

  long affected() {
    return affected;
  }

  long records() {
    return records;
  }

  List<String> parts() {
    return parts;
  }

  long rankOf(long number) {
    return ranks.placeOf(number);
  }

  long numberOf(long rank) {
    return ranks.numberAt(rank);
  }

  /** Sets what depends on a person's rank. */
  void place(Person person, long rank) {
    Cell cell = cellOf(rank);
    long position = rank - cell.start();
    long place = cell.order().placeOf(position);
    long shown = cell.fields();
    for (Some some : cell.some()) {
      shown |= some.shownAt(position);
    }
    person.rank = rank;
    person.part = cell.part();
    person.exposed = shown;
    for (Belonging belonging : cell.belonging()) {
      if (place < belonging.upTo()) {
        person.populations = belonging.populations();
        return;
      }
    }
  }

  int recordsOf(long rank) {
    long place = repeats.placeOf(rank);
    for (int i = 0; i < peopleWithMore.length; i++) {
      if (place < peopleWithMore[i]) {
        return recordsOfMore[i];
      }
    }
    return 1;
  }

  /** The record at a place among all records, as the rank of its person. */
  long rankOfRecord(long slot) {
    long record = recordOrder.placeOf(slot);
    if (record < affected) {
      return record;
    }
    long extra = record - affected;
    long from = 0;
    for (int i = 0; i < peopleWithMore.length; i++) {
      int each = recordsOfMore[i] - 1;
      long count = (peopleWithMore[i] - from) * each;
      if (extra < count) {
        return repeats.numberAt(from + extra / each);
      }
      extra -= count;
      from = peopleWithMore[i];
    }
    throw new IllegalStateException("There is no record at " + slot + ".");
  }

  /** Which of its person's records stands at a place: 0 is the first. */
  int versionOfRecord(long slot) {
    long record = recordOrder.placeOf(slot);
    if (record < affected) {
      return 0;
    }
    long extra = record - affected;
    long from = 0;
    for (int i = 0; i < peopleWithMore.length; i++) {
      int each = recordsOfMore[i] - 1;
      long count = (peopleWithMore[i] - from) * each;
      if (extra < count) {
        return 1 + (int) (extra % each);
      }
      extra -= count;
      from = peopleWithMore[i];
    }
    throw new IllegalStateException("There is no record at " + slot + ".");
  }

  /** Where the first record of the person of a rank stands among all records. */
  long slotOfFirstRecord(long rank) {
    return recordOrder.numberAt(rank);
  }

  /** How many people belong to a population. */
  long sizeOf(int population) {
    long size = 0;
    for (Cell cell : cells) {
      long from = 0;
      for (Belonging belonging : cell.belonging()) {
        if ((belonging.populations() & population) != 0) {
          size += belonging.upTo() - from;
        }
        from = belonging.upTo();
      }
    }
    return size;
  }

  /** The bit of a population, or all bits of several. */
  int populations(String names) {
    int bits = 0;
    if (names.equals(Profile.NOBODY)) {
      return 0;
    }
    for (String name : names.split(Profile.AND)) {
      bits |= 1 << profile.populations().indexOf(name);
    }
    return bits;
  }

  /** The bits of fields in the order in which the profile lists them. */
  long fields(List<String> names) {
    long bits = 0;
    for (String name : names) {
      bits |= 1L << profile.fields().indexOf(name);
    }
    return bits;
  }

  private Cell cell(Profile.Group group, long start, long size, long seed) {
    List<Some> some = new ArrayList<>();
    long stream = Randomness.stream(seed, "shown by some");
    for (Map<String, Long> nested :
        group.some() == null ? List.<Map<String, Long>>of() : group.some()) {
      long key = Randomness.at(stream, start * 31 + some.size());
      long[] upTo =
          nested.values().stream().mapToLong(n -> Math.min(size, atLeastOne(n))).toArray();
      long[] field = nested.keySet().stream().mapToLong(name -> fields(List.of(name))).toArray();
      some.add(new Some(new Shuffle(Math.max(1, size), key), upTo, field));
    }
    List<Belonging> belonging = new ArrayList<>();
    double upTo = 0;
    for (var entry : group.belongsTo().entrySet()) {
      upTo += entry.getValue();
      belonging.add(new Belonging(Math.round(upTo * size), populations(entry.getKey())));
    }
    Shuffle order =
        some.isEmpty()
            ? new Shuffle(Math.max(1, size), Randomness.at(stream, -1 - start))
            : some.get(0).order();
    return new Cell(
        parts.indexOf(group.part()), start, size, fields(group.fields()), some, order, belonging);
  }

  private Cell cellOf(long rank) {
    for (Cell cell : cells) {
      if (rank < cell.start() + cell.size()) {
        return cell;
      }
    }
    throw new IllegalStateException("There is nobody of rank " + rank + ".");
  }
}
