package aftermath.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * E-mail addresses under names that are reserved (RFC 2606, RFC 6761) and reach nobody. The number
 * at the end of an address and its domain make it unique, whatever the name before them is.
 */
final class Emails {
  private final List<byte[]> domains = new ArrayList<>();
  private final List<Integer> slotsOfDomain = new ArrayList<>();
  private final int[] domainOfSlot;
  private final int[] ordinalOfSlot;
  private final Shuffle order;
  private final long people;
  private final long stream;

  Emails(long people, long seed) {
    for (String line : Resources.lines("email-domains.txt")) {
      int space = line.indexOf(' ');
      addAll(line.substring(0, space), Integer.parseInt(line.substring(space + 1)));
    }
    int slots = slotsOfDomain.stream().mapToInt(Integer::intValue).sum();
    this.domainOfSlot = new int[slots];
    this.ordinalOfSlot = new int[slots];
    int slot = 0;
    for (int domain = 0; domain < domains.size(); domain++) {
      for (int i = 0; i < slotsOfDomain.get(domain); i++) {
        domainOfSlot[slot] = domain;
        ordinalOfSlot[slot++] = i;
      }
    }
    this.people = people;
    this.order = new Shuffle(Math.max(1, 2 * people), Randomness.stream(seed, "e-mail"));
    this.stream = Randomness.stream(seed, "e-mail style");
  }

  /** A person's usual address. */
  void write(Person person, Bytes out) {
    long owner = person.sharesEmail ? person.householdNumber() : person.number;
    long style = Randomness.at(stream, owner);
    if (person.sharesEmail) {
      out.add(person.family.slug()).add(Randomness.below(style, 2) == 0 ? ".family" : "s");
    } else {
      addName(person, Randomness.below(style, 6), out);
    }
    addNumberAndDomain(owner, out);
  }

  /** The address that a person uses now and then. */
  void writeOther(Person person, Bytes out) {
    addName(person, Randomness.below(Randomness.at(stream, ~person.number), 6), out);
    addNumberAndDomain(people + person.number, out);
  }

  private static void addName(Person person, int style, Bytes out) {
    byte[] family = person.family.slug();
    if (person.singleName) {
      out.add(family);
      return;
    }
    byte[] given = person.given.slug();
    switch (style) {
      case 0, 1 -> out.add(given).add('.').add(family);
      case 2 -> out.add((char) given[0]).add(family);
      case 3 -> out.add(given).add('_').add(family);
      case 4 -> out.add(given);
      default -> out.add(family).add('.').add(given);
    }
  }

  private void addNumberAndDomain(long owner, Bytes out) {
    long place = order.placeOf(owner);
    int slot = (int) (place % domainOfSlot.length);
    int domain = domainOfSlot[slot];
    long number = place / domainOfSlot.length * slotsOfDomain.get(domain) + ordinalOfSlot[slot];
    if (number > 0) {
      out.addNumber(number);
    }
    out.add('@').add(domains.get(domain));
  }

  private void addAll(String pattern, int slots) {
    int open = pattern.indexOf('{');
    if (open < 0) {
      domains.add(Bytes.of(pattern));
      slotsOfDomain.add(slots);
      return;
    }
    int close = pattern.indexOf('}');
    String[] range = pattern.substring(open + 1, close).split("-");
    for (int i = Integer.parseInt(range[0]); i <= Integer.parseInt(range[1]); i++) {
      domains.add(Bytes.of(pattern.substring(0, open) + i + pattern.substring(close + 1)));
      slotsOfDomain.add(slots);
    }
  }
}
