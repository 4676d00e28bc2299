package aftermath.sample;

/** Fills the rows of one file: who stands in it, and how they look there. */
final class Rows {
  private static final double OTHER_NAME_LATER = 0.15;
  private static final double OTHER_EMAIL_LATER = 0.3;

  private final People people;
  private final Census census;
  private final Profile.Records records;
  private final Profile.Looks looks;
  private final boolean ofRecords;
  private final long always;
  private final long evidence;
  private final double subset;
  private final long rowStream;
  private final long lookStream;
  private final long repeatStream;

  Rows(Profile profile, Profile.TableFile file, People people, long seed) {
    this.people = people;
    this.census = people.census();
    this.records = profile.records();
    this.looks = file.looks() == null ? new Profile.Looks(0, 0, 0, 0, 0, 0) : file.looks();
    this.ofRecords = file.rows().equals(Profile.RECORDS);
    this.always = census.fields(records.always());
    this.evidence = records.otherEvidence() == null ? 0 : census.fields(records.otherEvidence());
    this.subset = records.subset() == null ? 0.7 : records.subset();
    this.rowStream = Randomness.stream(seed, "row of " + file.name());
    this.lookStream = Randomness.stream(seed, "look in " + file.name());
    this.repeatStream = Randomness.stream(seed, "repeat");
  }

  /** Fills the row of a member of a population; says whether they belong to it at all. */
  boolean fillMember(Row row, int population, long number, int version) {
    people.fill(row.person, number);
    if (!row.person.belongsTo(population)) {
      return false;
    }
    show(row, version);
    return true;
  }

  /** Fills the row at a place among all records. */
  void fillRecord(Row row, long slot) {
    people.fillRanked(row.person, census.rankOfRecord(slot));
    showRecord(row, slot, census.versionOfRecord(slot));
  }

  /** Shows an already filled person as this file shows them first. */
  void showFirst(Row row) {
    if (ofRecords) {
      showRecord(row, census.slotOfFirstRecord(row.person.rank), 0);
    } else {
      show(row, 0);
    }
  }

  private void show(Row row, int version) {
    row.looksUsual();
    row.slot = row.person.number;
    row.version = version;
    row.bits = Randomness.at(rowStream, row.person.number * 2 + version);
    row.address = version;
    look(row);
  }

  private void showRecord(Row row, long slot, int version) {
    row.looksUsual();
    row.isRecord = true;
    row.slot = slot;
    row.version = version;
    row.bits = Randomness.at(rowStream, slot);
    look(row);
    row.shown = row.person.exposed;
    int count = census.recordsOf(row.person.rank);
    if (count > 1) {
      showOneOfSeveral(row, count);
    }
  }

  private void look(Row row) {
    long bits = Randomness.at(lookStream, row.person.number);
    row.nickname = share(bits, 0) < looks.nickname();
    boolean misspelt = share(bits, 1) < looks.misspeltName();
    boolean inGiven = (bits & 1) == 0;
    row.misspeltGiven = misspelt && inGiven;
    row.misspeltFamily = misspelt && !inGiven;
    row.swappedNames = share(bits, 2) < looks.swappedNames();
    long more = Randomness.mix(bits + 1);
    row.otherEmail = share(more, 0) < looks.otherEmail();
    row.otherPhone = share(more, 1) < looks.otherPhone();
    if (share(more, 2) < looks.previousAddress()) {
      row.address = 2;
    }
  }

  /**
   * All records of a person together show exactly what was exposed of them: the first one shows
   * everything, unless the fields are spread over the first two.
   */
  private void showOneOfSeveral(Row row, int count) {
    long bits = Randomness.at(repeatStream, row.person.number);
    boolean secondIsHard = isHard(bits, 1);
    boolean spread = !secondIsHard && Randomness.share(Randomness.mix(bits + 1)) < records.spread();
    long free = row.person.exposed & ~always;
    long onlyInFirst = free & Randomness.mix(bits + 2) & Randomness.mix(bits + 3);
    long onlyInSecond = free & Randomness.mix(bits + 4) & Randomness.mix(bits + 5) & ~onlyInFirst;
    if (row.version == 0) {
      if (spread) {
        row.shown &= ~onlyInSecond;
      }
      return;
    }
    if (isHard(bits, row.version)) {
      showHard(row, Randomness.mix(bits + 6 + row.version));
      return;
    }
    if (spread && row.version == 1) {
      row.shown &= ~onlyInFirst;
    } else {
      row.shown &= ~(free & hidden(Randomness.mix(bits + 20 + row.version)));
    }
    long firstShown = spread ? row.person.exposed & ~onlyInSecond : row.person.exposed;
    boolean otherwiseLinked = (firstShown & row.shown & evidence) != 0;
    long change = Randomness.mix(bits + 40 + row.version);
    if (otherwiseLinked && share(change, 0) < OTHER_EMAIL_LATER && count == 2) {
      row.otherEmail = !row.otherEmail;
    } else if (records.spread() > 0 && share(change, 1) < OTHER_NAME_LATER) {
      row.nickname = !row.nickname;
    }
  }

  /** Only what every record shows, with an e-mail address and a name that fit nothing else. */
  private void showHard(Row row, long bits) {
    row.shown &= always;
    if ((bits & 1) == 0) {
      row.misspeltEmail = true;
    } else {
      row.otherEmail = !row.otherEmail;
    }
    if ((bits & 6) != 0) {
      row.nickname = !row.nickname;
    }
    row.misspeltGiven = (bits & 24) == 0;
  }

  private boolean isHard(long bits, int version) {
    return Randomness.share(Randomness.mix(bits + 60 + version)) < records.hard();
  }

  /** Each field is hidden with the probability that it is not repeated. */
  private long hidden(long bits) {
    long hidden = 0;
    long draw = bits;
    for (int i = 0; i < 63; i++) {
      draw = Randomness.mix(draw + 1);
      if (Randomness.share(draw) >= subset) {
        hidden |= 1L << i;
      }
    }
    return hidden;
  }

  private static double share(long bits, int which) {
    return ((bits >>> (16 + 16 * which)) & 0xffff) * 0x1p-16;
  }
}
