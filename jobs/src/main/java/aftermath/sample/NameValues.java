package aftermath.sample;

/** A person's names as a row spells them. */
final class NameValues {
  private final Nicknames nicknames;
  private final Shuffle userNumbers;

  NameValues(Scene scene) {
    this.nicknames = scene.words().nicknames();
    this.userNumbers = new Shuffle(Math.max(1, scene.census().people()), scene.stream("user name"));
  }

  void writeGiven(Row row, Bytes out) {
    if (row.swappedNames && !row.person.singleName) {
      family(row, out);
    } else {
      given(row, out);
    }
  }

  void writeFamily(Row row, Bytes out) {
    if (row.swappedNames && !row.person.singleName) {
      given(row, out);
    } else {
      family(row, out);
    }
  }

  void writeFull(Row row, Bytes out) {
    int start = out.length();
    given(row, out);
    if (!out.isEmptyFrom(start)) {
      out.add(' ');
    }
    family(row, out);
  }

  void writeUserName(Row row, Bytes out) {
    Person person = row.person;
    if (!person.singleName) {
      out.add((char) person.given.slug()[0]);
    }
    out.add(person.family.slug()).addNumber(userNumbers.placeOf(person.number));
  }

  private void given(Row row, Bytes out) {
    Person person = row.person;
    if (person.singleName) {
      return;
    }
    int start = out.length();
    out.add(row.nickname ? nicknames.of(person.given, person.bits) : person.given.text());
    if (person.secondGiven != null && !row.nickname) {
      out.add(' ').add(person.secondGiven.text());
    }
    if (row.misspeltGiven) {
      out.misspell(start + 1, out.length(), row.person.bits);
    }
  }

  private static void family(Row row, Bytes out) {
    Person person = row.person;
    int start = out.length();
    out.add(person.family.text());
    if (person.secondFamily != null && !person.singleName) {
      out.add('-').add(person.secondFamily.text());
    }
    if (row.misspeltFamily) {
      out.misspell(start + 1, out.length(), row.person.bits);
    }
  }
}
