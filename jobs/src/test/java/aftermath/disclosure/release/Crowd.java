package aftermath.disclosure.release;

import aftermath.incident.Incident;
import aftermath.incident.ReleaseTable;
import aftermath.incident.ReleaseTable.Measure;
import aftermath.testing.TinyIncident;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Made-up people who are counted in tables of a release. */
final class Crowd {
  /** Three fields that occur; regions of two countries, one of which has one region only. */
  static final Incident INCIDENT =
      TinyIncident.tinyBut(
          "- { name: region, value: state }",
          "- { name: region, value: state, levels: [{ name: country, value: \"CASE WHEN region ="
              + " 'NZ' THEN 'NZ' ELSE 'AU' END\" }] }");

  static final ReleaseTable REGION_AND_FIELD = table("region-and-field", "region", "field");
  static final ReleaseTable REGION_AND_AGE = table("region-and-age", "region", "age");
  static final ReleaseTable AGE_AND_FIELD = table("age-and-field", "age", "field");
  static final ReleaseTable COMBINATIONS = table("combinations", "combination");
  static final ReleaseTable RECORDS =
      new ReleaseTable(
          "records",
          "Records",
          List.of("region"),
          new TreeSet<>(Set.of(Measure.PEOPLE, Measure.RECORDS)),
          List.of());

  static final List<String> REGIONS = List.of("ACT", "NSW", "NZ", "QLD");
  static final List<String> AGES = List.of("adult", "minor", "unknown");
  static final int FIELDS = 4;

  /** Somebody. */
  record Person(String region, String age, long mask, int records) {
    String country() {
      return region.equals("NZ") ? "NZ" : "AU";
    }
  }

  private final List<Person> people = new ArrayList<>();

  static Crowd of(Person... people) {
    var crowd = new Crowd();
    crowd.people.addAll(List.of(people));
    return crowd;
  }

  /** So many, most of them alike. */
  static Crowd random(Random random, int size) {
    var crowd = new Crowd();
    crowd.add(random, size);
    return crowd;
  }

  void add(Random random, int size) {
    for (int i = 0; i < size; i++) {
      people.add(
          new Person(
              skewed(random, REGIONS),
              skewed(random, AGES),
              3 | (random.nextInt(4) == 0 ? 4 : 0),
              random.nextInt(8) == 0 ? 2 : 1));
    }
  }

  void add(Person person, int times) {
    IntStream.range(0, times).forEach(i -> people.add(person));
  }

  List<Person> people() {
    return people;
  }

  Tabulation tabulated(ReleaseTable... tables) {
    return new Tabulation(INCIDENT, counted(tables));
  }

  List<CountedTable> counted(ReleaseTable... tables) {
    return Stream.of(tables).map(this::counted).toList();
  }

  CountedTable counted(ReleaseTable table) {
    var sums = new LinkedHashMap<List<Object>, Map<Measure, Sum>>();
    for (Person person : people) {
      var paths = new ArrayList<List<String>>();
      for (String dimension : Tabulation.dimensions(table)) {
        paths.add(path(dimension, person));
      }
      long mask = table.by().contains("field") ? person.mask() : 0;
      var one = new EnumMap<Measure, Sum>(Measure.class);
      one.put(Measure.PEOPLE, Sum.ofPeople(1));
      one.put(Measure.RECORDS, new Sum(person.records(), 1, person.records(), 0));
      Map<Measure, Sum> before =
          sums.computeIfAbsent(List.of(paths, mask), key -> new EnumMap<>(Measure.class));
      one.forEach((measure, sum) -> before.merge(measure, sum, Sum::plus));
    }
    var rows = new ArrayList<CubeRow>();
    sums.forEach((key, counts) -> rows.add(row(key, counts)));
    return new CountedTable(table, rows);
  }

  @SuppressWarnings("unchecked")
  private static CubeRow row(List<Object> key, Map<Measure, Sum> counts) {
    return new CubeRow((List<List<String>>) key.get(0), (Long) key.get(1), counts);
  }

  private static List<String> path(String dimension, Person person) {
    return switch (dimension) {
      case "region" -> List.of(person.region(), person.country());
      case "age" -> List.of(person.age());
      default -> List.of(Combinations.of(person.mask(), INCIDENT.fields()));
    };
  }

  private static ReleaseTable table(String name, String... by) {
    return new ReleaseTable(name, name, List.of(by), Set.of(Measure.PEOPLE), List.of());
  }

  private static String skewed(Random random, List<String> of) {
    double at = random.nextDouble();
    return of.get((int) (of.size() * at * at));
  }
}
