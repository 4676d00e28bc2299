package aftermath.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Telephone numbers in the ways people write them. Where a country keeps numbers for fiction that
 * pass as valid they are used. Australia keeps six mobile numbers and a few hundred others, far too
 * few for millions of people: its numbers are random ones of valid shape. They were drawn by
 * counting and belong to no data set; a match with a number in use is chance.
 */
final class Phones {
  private static final String AUSTRALIA = "AU";
  private static final byte[] AREA = {2, 3, 7, 8};
  private static final byte[] EXCHANGE = {9, 9, 3, 8};
  private static final long MOBILES = 50_000_000L;
  private static final double LANDLINES = 0.12;

  private final Pattern[][] abroad;
  private final int australia;
  private final boolean writtenAtHome;
  private final long people;
  private final Shuffle mobiles = new Shuffle(MOBILES, 0x61);
  private final long stream;

  /**
   * @param countries the first is the one whose people write their numbers without its code
   */
  Phones(List<String> countries, long people, long seed) {
    Map<String, List<Pattern>> patterns = new HashMap<>();
    for (String line : Resources.lines("phones.txt")) {
      int bar = line.indexOf('|');
      patterns
          .computeIfAbsent(line.substring(0, bar), country -> new ArrayList<>())
          .add(new Pattern(line.substring(bar + 1)));
    }
    this.abroad = new Pattern[countries.size()][];
    this.australia = countries.indexOf(AUSTRALIA);
    this.writtenAtHome = countries.get(0).equals(AUSTRALIA);
    for (int i = 0; i < abroad.length; i++) {
      String country = countries.get(i);
      List<Pattern> all = new ArrayList<>(patterns.getOrDefault(country, List.of()));
      if (i == 0) {
        all.addAll(patterns.getOrDefault(country + " at home", List.of()));
      }
      if (all.isEmpty() && i != australia) {
        throw new IllegalArgumentException("There are no telephones in " + country + ".");
      }
      abroad[i] = all.toArray(Pattern[]::new);
    }
    this.people = people;
    this.stream = Randomness.stream(seed, "phone");
  }

  /** A person's usual number. */
  void write(Person person, long writing, Bytes out) {
    long owner = person.sharesPhone ? person.householdNumber() : person.number;
    write(person.country, owner, writing, out);
  }

  /** The number that a person has besides. */
  void writeOther(Person person, long writing, Bytes out) {
    write(person.country, people + person.number, writing, out);
  }

  private void write(int country, long owner, long writing, Bytes out) {
    long bits = Randomness.at(stream, owner);
    if (country != australia) {
      Pattern[] patterns = abroad[country];
      patterns[Randomness.below(bits, patterns.length)].fill(Randomness.mix(bits + 1), out);
    } else if (Randomness.share(bits) < LANDLINES) {
      writeLandline(owner, Randomness.mix(bits + 2), writing, out);
    } else {
      writeMobile(owner, writing, out);
    }
  }

  private void writeMobile(long owner, long writing, Bytes out) {
    long place = mobiles.placeOf(owner % MOBILES);
    long prefix = place / 1_000_000;
    // 040 to 043 and 046 are mobile numbers throughout; in other ranges some blocks are not.
    long head = 400 + (prefix < 40 ? prefix : prefix + 20);
    long middle = place / 1000 % 1000;
    long tail = place % 1000;
    switch (writtenAtHome ? Randomness.below(writing, 8) : 3) {
      case 0, 1, 2 -> out.add('0').addDigits(head, 3).add(' ').addDigits(middle, 3).add(' ');
      case 3, 4 -> out.add("+61").addDigits(head, 3).addDigits(middle, 3);
      case 5 -> out.add('0').addDigits(head, 3).addDigits(middle, 3);
      case 6 -> out.add("61-").addDigits(head, 3).add('-').addDigits(middle, 3).add('-');
      default -> out.add("+61 ").addDigits(head, 3).add(' ').addDigits(middle, 3).add(' ');
    }
    out.addDigits(tail, 3);
  }

  private void writeLandline(long owner, long bits, long writing, Bytes out) {
    int where = Randomness.below(bits, AREA.length);
    long local = owner * 7_368_787L % 10_000_000L;
    switch (writtenAtHome ? Randomness.below(writing, 3) : 2) {
      case 0 -> out.add('(').add('0').addNumber(AREA[where]).add(')').add(' ');
      case 1 -> out.add('0').addNumber(AREA[where]).add(' ');
      default -> out.add("+61 ").addNumber(AREA[where]).add(' ');
    }
    out.addNumber(EXCHANGE[where]).addDigits(local / 10_000, 3).add(' ').addDigits(local, 4);
  }
}
