package aftermath.sample;

/** Where a person lives, did live, or has a bag sent to. */
final class AddressValues {
  private final Vocabulary words;
  private final double hotels;

  AddressValues(Scene scene, double hotels) {
    this.words = scene.words();
    this.hotels = hotels;
  }

  void writeStreet(Row row, Bytes out) {
    long bits = address(row);
    long style = Randomness.mix(bits + 1);
    if (hotels > 0 && Randomness.share(Randomness.mix(bits + 2)) < hotels) {
      out.add(words.hotels().pick(Randomness.mix(bits + 3)).text()).add(',').add(' ');
    }
    int number = 1 + Randomness.below(Randomness.mix(bits + 4), 1 + Randomness.below(style, 400));
    switch (Randomness.below(style, 40)) {
      case 0 -> {
        out.add("PO Box ").addNumber(number * 7L);
        return;
      }
      case 1, 2 -> out.add("Unit ").addNumber(1 + number % 30).add(',').add(' ');
      case 3, 4, 5 -> out.addNumber(1 + number % 40).add('/');
      case 6 -> out.add("Level ").addNumber(1 + number % 20).add(',').add(' ');
      default -> {}
    }
    out.addNumber(number).add(' ').add(words.streets().pick(Randomness.mix(bits + 5)).text());
    out.add(' ').add(words.streetTypes().pick(Randomness.mix(bits + 6)).text());
  }

  void writeTown(Row row, Bytes out) {
    out.add(place(row).town());
  }

  void writeState(Row row, Bytes out) {
    out.add(place(row).state());
  }

  void writePostcode(Row row, Bytes out) {
    String pattern = place(row).postcode();
    long bits = Randomness.mix(address(row) + 7);
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '#') {
        bits = Randomness.mix(bits + 1);
        out.add((char) ('0' + Randomness.below(bits, 10)));
      } else if (c == '@') {
        bits = Randomness.mix(bits + 1);
        out.add((char) ('A' + Randomness.below(bits, 26)));
      } else {
        out.add(c);
      }
    }
  }

  private Places.Place place(Row row) {
    return words.place(row.person.country, Randomness.mix(address(row) + 8));
  }

  private static long address(Row row) {
    Person person = row.person;
    return row.address == 0 ? person.household : Randomness.mix(person.bits + 100 + row.address);
  }
}
