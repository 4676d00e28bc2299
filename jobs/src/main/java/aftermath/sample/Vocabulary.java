package aftermath.sample;

import java.util.List;

/** All word lists that a profile draws from, read once and shared by all threads. */
final class Vocabulary {
  private final Origin[] origins;
  private final Weighted originWeights;
  private final String[] countries;
  private final Weighted countryWeights;
  private final Places.Place[][] places;
  private final Nicknames nicknames = new Nicknames();
  private final WordList streets = WordList.read("streets.txt");
  private final WordList streetTypes = WordList.read("street-types.txt");
  private final WordList hotels = WordList.read("hotels.txt");

  Vocabulary(Profile profile) {
    this.origins = profile.origins().keySet().stream().map(Origin::read).toArray(Origin[]::new);
    this.originWeights = Weighted.of(profile.origins());
    this.countries = profile.countries().keySet().toArray(String[]::new);
    this.countryWeights = Weighted.of(profile.countries());
    Places all = new Places();
    this.places = new Places.Place[countries.length][];
    for (int i = 0; i < countries.length; i++) {
      places[i] = all.of(countries[i]);
    }
  }

  Origin origin(long bits) {
    return origins[originWeights.pick(bits)];
  }

  int country(long bits) {
    return countryWeights.pick(bits);
  }

  List<String> countries() {
    return List.of(countries);
  }

  Places.Place place(int country, long bits) {
    Places.Place[] towns = places[country];
    return towns[Randomness.below(bits, towns.length)];
  }

  Nicknames nicknames() {
    return nicknames;
  }

  WordList streets() {
    return streets;
  }

  WordList streetTypes() {
    return streetTypes;
  }

  WordList hotels() {
    return hotels;
  }
}
