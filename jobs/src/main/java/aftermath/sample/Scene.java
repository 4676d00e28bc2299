package aftermath.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that all files of one generation have in common; it never changes. */
final class Scene {
  private final Profile profile;
  private final long seed;
  private final Vocabulary words;
  private final Census census;
  private final People people;
  private final Emails emails;
  private final Phones phones;
  private final Map<String, Long> unexpected = new LinkedHashMap<>();
  private final Map<String, Table> tables = new LinkedHashMap<>();

  Scene(Profile profile, double scale, long seed) {
    this.profile = profile;
    this.seed = seed;
    this.words = new Vocabulary(profile);
    this.census = new Census(profile, scale, seed);
    this.people = new People(profile, census, words, seed);
    this.emails = new Emails(census.people(), seed);
    this.phones = new Phones(words.countries(), census.people(), seed);
    if (profile.unexpected() != null) {
      profile.unexpected().forEach((kind, n) -> unexpected.put(kind, census.atLeastOne(n)));
    }
    Map<String, Value> values = new LinkedHashMap<>();
    profile.values().forEach((name, spec) -> values.put(name, Values.of(name, spec, this)));
    for (Profile.TableFile file : profile.files()) {
      tables.put(file.name(), new Table(file, values, this));
    }
  }

  Profile profile() {
    return profile;
  }

  long seed() {
    return seed;
  }

  Vocabulary words() {
    return words;
  }

  Census census() {
    return census;
  }

  People people() {
    return people;
  }

  Emails emails() {
    return emails;
  }

  Phones phones() {
    return phones;
  }

  /** How many records hide a value of each kind. */
  Map<String, Long> unexpected() {
    return unexpected;
  }

  Map<String, Table> tables() {
    return tables;
  }

  long stream(String purpose) {
    return Randomness.stream(seed, purpose);
  }

  /** A pattern that has room for so many different numbers. */
  Pattern roomy(String text, long numbers) {
    Pattern pattern = new Pattern(text);
    if (pattern.capacity() < numbers) {
      throw SampleProblem.tooManyFor(text, numbers);
    }
    return pattern;
  }

  /** The cell that a reference such as {@code customers.EMAIL} names. */
  Cell cell(String reference) {
    int dot = reference.indexOf('.');
    Table table = tables.get(reference.substring(0, dot));
    return new Cell(table, table.column(reference.substring(dot + 1)));
  }
}
