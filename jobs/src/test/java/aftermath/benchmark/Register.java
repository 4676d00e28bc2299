package aftermath.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Makes a register of fictitious people in the columns of FEBRL, of any size: several records per
 * person, three in ten people living with another one of the same family name, some who have moved
 * between two records, gaps, and slips of the hand. The same seed gives the same register.
 */
public final class Register {
  private static final String HEADER =
      "rec_id,given_name,surname,street_number,address_1,address_2,suburb,postcode,state,date_of_birth,soc_sec_id";
  private static final String[] STATES = {"nsw", "vic", "qld", "wa", "sa", "tas", "act", "nt"};
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /** Names and places that a register of this country would have, commonest first. */
  private static final int FAMILY_NAMES = 20_000;

  private static final int GIVEN_NAMES = 2_500;
  private static final int STREETS = 12_000;
  private static final int SUBURBS = 3_000;

  /** How many values are about as common as the commonest: then the law of Zipf sets in. */
  private static final double COMMON = 20;

  private static final double LIVES_WITH_SOMEBODY = .3;
  private static final double HAS_MOVED = .08;
  private static final double IS_LEFT_OUT = .05;
  private static final double HAS_A_SLIP = .08;

  private final SplittableRandom random;
  private final List<String> familyNames;
  private final List<String> givenNames;
  private final List<String> streets;
  private final List<String> suburbs;

  private Register(long seed) throws IOException {
    this.random = new SplittableRandom(seed);
    this.givenNames = grown(real("female", "male"), GIVEN_NAMES);
    this.familyNames = grown(real("family"), FAMILY_NAMES);
    this.streets = grown(List.of(), STREETS);
    this.suburbs = grown(List.of(), SUBURBS);
  }

  /** Takes the file to write, how many records it is to have, and a seed. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    new Register(Long.parseLong(arguments[2])).write(file, Integer.parseInt(arguments[1]));
  }

  private void write(Path file, int records) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "\n");
      int written = 0;
      Person before = null;
      for (int person = 0; written < records; person++) {
        boolean livesWithThem = before != null && random.nextDouble() < LIVES_WITH_SOMEBODY;
        Person one = person(livesWithThem ? before : null);
        before = livesWithThem ? null : one;
        int count = Math.min(records - written, numberOfRecords());
        for (int record = 0; record < count; record++) {
          String kind = record == 0 ? "org" : "dup-" + (record - 1);
          out.write("rec-" + person + "-" + kind + "," + record(one, record > 0) + "\n");
        }
        written += count;
      }
    }
  }

  private record Home(String number, String street, String flat, int suburb) {}

  private record Person(String given, String family, Home home, String bornOn, String number) {}

  private Person person(Person housemate) {
    boolean isRelated = housemate != null && random.nextDouble() < .8;
    return new Person(
        commonestFirst(givenNames),
        isRelated ? housemate.family() : commonestFirst(familyNames),
        housemate == null ? home() : housemate.home(),
        LocalDate.of(1925, 1, 1).plusDays(random.nextInt(31_000)).toString().replace("-", ""),
        String.valueOf(1_000_000 + random.nextInt(9_000_000)));
  }

  private Home home() {
    return new Home(
        String.valueOf(1 + (int) (200 * Math.pow(random.nextDouble(), 2))),
        commonestFirst(streets) + (random.nextBoolean() ? " street" : " place"),
        random.nextDouble() < .4 ? "unit " + (1 + random.nextInt(60)) : "",
        random.nextInt(SUBURBS));
  }

  /** One to six, two and a half in the mean. */
  private int numberOfRecords() {
    int count = 1;
    while (count < 6 && random.nextDouble() < .61) {
      count++;
    }
    return count;
  }

  private String record(Person person, boolean isLater) {
    Home home = isLater && random.nextDouble() < HAS_MOVED ? home() : person.home();
    int suburb = home.suburb();
    String given = person.given();
    String family = person.family();
    if (isLater && random.nextDouble() < .02) {
      given = person.family();
      family = person.given();
    }
    return String.join(
        ",",
        written(given, isLater),
        written(family, isLater),
        written(home.number(), isLater),
        written(home.street(), isLater),
        written(home.flat(), isLater),
        written(suburbs.get(suburb), isLater),
        written(String.valueOf(2000 + suburb), isLater),
        written(STATES[suburb % STATES.length], isLater),
        written(person.bornOn(), isLater),
        written(person.number(), isLater));
  }

  private String written(String value, boolean isLater) {
    if (value.isEmpty() || random.nextDouble() < IS_LEFT_OUT) {
      return "";
    }
    return isLater && random.nextDouble() < HAS_A_SLIP ? withASlip(value) : value;
  }

  private String withASlip(String value) {
    int at = random.nextInt(value.length());
    boolean isDigit = Character.isDigit(value.charAt(at));
    char typed = isDigit ? (char) ('0' + random.nextInt(10)) : LETTERS.charAt(random.nextInt(26));
    String head = value.substring(0, at);
    String tail = value.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> head + typed + tail;
      case 1 -> head + typed + value.charAt(at) + tail;
      case 2 -> value.length() > 2 ? head + tail : head + typed + tail;
      default ->
          tail.isEmpty()
              ? head + typed
              : head + tail.charAt(0) + value.charAt(at) + tail.substring(1);
    };
  }

  /** A few are frequent and most are rare, as names are. */
  private String commonestFirst(List<String> values) {
    double place = COMMON * (Math.pow(1 + values.size() / COMMON, random.nextDouble()) - 1);
    return values.get(Math.min(values.size() - 1, (int) place));
  }

  /** Values of the sections of a list that the generator of incidents draws from. */
  private static List<String> real(String... sections) throws IOException {
    try (InputStream in = Register.class.getResourceAsStream("/aftermath/sample/names/anglo.txt")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return Stream.of(sections)
          .map(section -> lines.get(1 + lines.indexOf("[" + section + "]")))
          .flatMap(names -> Stream.of(names.toLowerCase(Locale.ROOT).split(", ")))
          .toList();
    }
  }

  /** With values made of syllables after those that there are. */
  private List<String> grown(List<String> values, int size) {
    var grown = new ArrayList<>(values);
    while (grown.size() < size) {
      grown.add(word());
    }
    return grown;
  }

  private String word() {
    String[] heads = {
      "b", "br", "c", "ch", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "th",
      "w"
    };
    String[] vowels = {"a", "e", "i", "o", "u", "ai", "ea", "oo"};
    String[] tails = {"", "l", "n", "r", "s", "ck", "ng", "rt", "son", "ton", "ley", "man"};
    var word = new StringBuilder();
    int syllables = 2 + random.nextInt(2);
    for (int syllable = 0; syllable < syllables; syllable++) {
      word.append(heads[random.nextInt(heads.length)]);
      word.append(vowels[random.nextInt(vowels.length)]);
    }
    return word.append(tails[random.nextInt(tails.length)]).toString();
  }
}
