package aftermath.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Towns by country, with the pattern of their postcodes. */
final class Places {

  /** A town; {@code state} is empty where addresses have none. */
  record Place(byte[] town, byte[] state, String postcode) {}

  private final Map<String, Place[]> byCountry = new LinkedHashMap<>();

  Places() {
    Map<String, List<Place>> lists = new LinkedHashMap<>();
    for (String line : Resources.lines("places.txt")) {
      String[] cells = line.split("\\|", -1);
      lists
          .computeIfAbsent(cells[0], country -> new ArrayList<>())
          .add(new Place(Bytes.of(cells[1]), Bytes.of(cells[2]), cells[3]));
    }
    lists.forEach((country, places) -> byCountry.put(country, places.toArray(Place[]::new)));
  }

  Place[] of(String country) {
    Place[] places = byCountry.get(country);
    if (places == null) {
      throw new IllegalArgumentException("There are no towns of the country " + country + ".");
    }
    return places;
  }
}
