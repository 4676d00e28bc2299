package aftermath.sample;

/** Makes people: each is a function of the seed and a number, and of nothing else. */
final class People {
  private static final double DOUBLE_FAMILY_NAME = 0.02;
  private static final double SECOND_GIVEN_NAME = 0.06;

  private final Census census;
  private final Profile.Households households;
  private final Vocabulary words;
  private final long personStream;
  private final long householdStream;
  private final long today;

  People(Profile profile, Census census, Vocabulary words, long seed) {
    this.census = census;
    this.households = profile.households();
    this.words = words;
    this.personStream = Randomness.stream(seed, "person");
    this.householdStream = Randomness.stream(seed, "household");
    this.today = profile.today().toEpochDay();
  }

  Census census() {
    return census;
  }

  /** Fills a person by number. */
  void fill(Person person, long number) {
    fill(person, number, census.rankOf(number));
  }

  /** Fills a person by rank. */
  void fillRanked(Person person, long rank) {
    fill(person, census.numberOf(rank), rank);
  }

  private void fill(Person person, long number, long rank) {
    person.number = number;
    census.place(person, rank);
    long bits = Randomness.at(personStream, number);
    long home = Randomness.at(householdStream, number >> 1);
    person.bits = bits;
    boolean hasPartner = (number | 1) < census.people();
    boolean together = hasPartner && Randomness.share(home) < households.share();
    long h = Randomness.mix(home + 1);
    person.sharesAddress = together;
    person.household = together ? home : Randomness.mix(bits + 7);
    boolean oneName = together && share(h, 0) < households.familyName();
    person.sharesEmail = together && share(h, 1) < households.email();
    person.sharesPhone = together && share(h, 2) < households.phone();
    boolean oneFamily = oneName || person.sharesEmail;

    long origins = oneFamily ? h : bits;
    person.origin = words.origin(Randomness.mix(origins + 2));
    person.country = words.country(Randomness.mix((together ? home : bits) + 3));
    long draw = Randomness.mix(bits + 4);
    person.female = (draw & 1) == 0;
    person.singleName = person.origin.hasSingleNames() && !oneFamily;
    person.given = given(person, bits);
    if (together && (number & 1) == 1) {
      avoidThePartnersName(person);
    }
    person.secondGiven =
        share(draw, 1) < SECOND_GIVEN_NAME
            ? (person.female ? person.origin.female() : person.origin.male())
                .pick(Randomness.mix(draw + 5))
            : null;
    long family = Randomness.mix((oneFamily ? h : bits) + 6);
    person.family = person.origin.family().pick(family);
    person.secondFamily =
        share(family, 2) < DOUBLE_FAMILY_NAME
            ? words.origin(Randomness.mix(family + 1)).family().pick(Randomness.mix(family + 2))
            : null;
    long birth = Randomness.mix(bits + 8);
    double age = 1 + 92 * (Randomness.share(birth) + Randomness.share(Randomness.mix(birth))) / 2;
    person.birthDay = today - (long) (age * 365.25);
  }

  private static Word given(Person person, long bits) {
    WordList names = person.female ? person.origin.female() : person.origin.male();
    return names.pick(Randomness.mix(bits + 9));
  }

  /** Two people who share an address, a telephone or an e-mail address are told apart by name. */
  private void avoidThePartnersName(Person person) {
    long partner = Randomness.at(personStream, person.number - 1);
    boolean female = (Randomness.mix(partner + 4) & 1) == 0;
    WordList names = female ? person.origin.female() : person.origin.male();
    if (names.pick(Randomness.mix(partner + 9)) == person.given) {
      person.given =
          (person.female ? person.origin.female() : person.origin.male()).next(person.given);
    }
  }

  /** One of several shares from the same bits, 16 bits each. */
  private static double share(long bits, int which) {
    return ((bits >>> (16 * which)) & 0xffff) * 0x1p-16;
  }
}
