package aftermath.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The generators that a profile can name. */
final class Values {

  /** Makes a generator from its settings. */
  private interface Maker {
    Value make(String name, Profile.ValueSpec spec, Scene scene);
  }

  private static final String CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final Map<String, Maker> MAKERS = new LinkedHashMap<>();

  static {
    MAKERS.put("given_name", (name, spec, scene) -> new NameValues(scene)::writeGiven);
    MAKERS.put("family_name", (name, spec, scene) -> new NameValues(scene)::writeFamily);
    MAKERS.put("full_name", (name, spec, scene) -> new NameValues(scene)::writeFull);
    MAKERS.put("user_name", (name, spec, scene) -> new NameValues(scene)::writeUserName);
    MAKERS.put("email", Values::email);
    MAKERS.put("phone", Values::phone);
    MAKERS.put("birth_date", Values::birthDate);
    MAKERS.put("gender", Values::gender);
    MAKERS.put(
        "street", (name, spec, scene) -> new AddressValues(scene, spec.hotels())::writeStreet);
    MAKERS.put("town", (name, spec, scene) -> new AddressValues(scene, 0)::writeTown);
    MAKERS.put("state", (name, spec, scene) -> new AddressValues(scene, 0)::writeState);
    MAKERS.put("postcode", (name, spec, scene) -> new AddressValues(scene, 0)::writePostcode);
    MAKERS.put("country", Values::country);
    MAKERS.put("number", Values::number);
    MAKERS.put("row_number", Values::rowNumber);
    MAKERS.put("code", Values::code);
    MAKERS.put("digits", Values::digits);
    MAKERS.put("card", Values::card);
    MAKERS.put("month", Values::month);
    MAKERS.put("choice", Values::choice);
    MAKERS.put("amount", Values::amount);
    MAKERS.put("moment", Values::moment);
    MAKERS.put("note", (name, spec, scene) -> new Notes(scene, spec.share())::write);
  }

  private Values() {}

  static boolean known(String maker) {
    return MAKERS.containsKey(maker);
  }

  static Set<String> names() {
    return MAKERS.keySet();
  }

  static Value of(String name, Profile.ValueSpec spec, Scene scene) {
    return MAKERS.get(spec.make()).make(name, spec, scene);
  }

  private static Value email(String name, Profile.ValueSpec spec, Scene scene) {
    Emails emails = scene.emails();
    return (row, out) -> {
      int start = out.length();
      if (row.otherEmail) {
        emails.writeOther(row.person, out);
      } else {
        emails.write(row.person, out);
      }
      if (row.misspeltEmail) {
        // Never in the domain: a misspelt one could be somebody's.
        out.misspell(start, out.indexOf('@', start), row.bits);
      }
    };
  }

  private static Value phone(String name, Profile.ValueSpec spec, Scene scene) {
    Phones phones = scene.phones();
    return (row, out) -> {
      long writing = Randomness.mix(row.bits + 3);
      if (row.otherPhone) {
        phones.writeOther(row.person, writing, out);
      } else {
        phones.write(row.person, writing, out);
      }
    };
  }

  private static Value birthDate(String name, Profile.ValueSpec spec, Scene scene) {
    DateStyle[] styles =
        spec.formats().keySet().stream().map(DateStyle::new).toArray(DateStyle[]::new);
    Weighted frequency = Weighted.of(spec.formats());
    return (row, out) ->
        styles[frequency.pick(Randomness.mix(row.bits + 4))].write(row.person.birthDay, out);
  }

  private static Value gender(String name, Profile.ValueSpec spec, Scene scene) {
    byte[][] words = spec.words().stream().map(Bytes::of).toArray(byte[][]::new);
    return (row, out) -> {
      boolean neither = Randomness.share(Randomness.mix(row.person.bits + 10)) < 0.01;
      out.add(words[neither ? 2 : row.person.female ? 0 : 1]);
    };
  }

  private static Value country(String name, Profile.ValueSpec spec, Scene scene) {
    byte[][] codes = scene.words().countries().stream().map(Bytes::of).toArray(byte[][]::new);
    return (row, out) -> out.add(codes[row.person.country]);
  }

  private static Value number(String name, Profile.ValueSpec spec, Scene scene) {
    Pattern pattern = scene.roomy(spec.pattern(), scene.census().people());
    Shuffle order = new Shuffle(pattern.capacity(), scene.stream("value " + name));
    return (row, out) -> pattern.write(order.placeOf(row.person.number), out);
  }

  private static Value rowNumber(String name, Profile.ValueSpec spec, Scene scene) {
    Pattern pattern = scene.roomy(spec.pattern(), 2 * scene.census().records());
    Shuffle order = new Shuffle(pattern.capacity(), scene.stream("value " + name));
    return (row, out) -> pattern.write(order.placeOf(row.slot), out);
  }

  /** Letters and digits without those that are taken for one another; unique to the person. */
  private static Value code(String name, Profile.ValueSpec spec, Scene scene) {
    int length = spec.pattern().length();
    Shuffle order = new Shuffle(1L << (5 * length), scene.stream("value " + name));
    return (row, out) -> {
      long place = order.placeOf(row.person.number);
      for (int i = 0; i < length; i++) {
        out.add(CODE_LETTERS.charAt((int) (place >>> (5 * i)) & 31));
      }
    };
  }

  private static Value digits(String name, Profile.ValueSpec spec, Scene scene) {
    Pattern pattern = new Pattern(spec.pattern());
    long stream = scene.stream("value " + name);
    return (row, out) -> pattern.fill(Randomness.at(stream, row.person.number), out);
  }

  /**
   * Card numbers of several schemes; the last digit, which the patterns leave out, is the check.
   */
  private static Value card(String name, Profile.ValueSpec spec, Scene scene) {
    Pattern[] patterns =
        spec.of().keySet().stream()
            .map(pattern -> scene.roomy(pattern, scene.census().people()))
            .toArray(Pattern[]::new);
    Shuffle[] orders = new Shuffle[patterns.length];
    for (int i = 0; i < orders.length; i++) {
      orders[i] = new Shuffle(patterns[i].capacity(), scene.stream("value " + name + i));
    }
    Weighted frequency = Weighted.of(spec.of());
    long stream = scene.stream("value " + name);
    return (row, out) -> {
      int scheme = frequency.pick(Randomness.at(stream, row.person.number));
      int start = out.length();
      patterns[scheme].write(orders[scheme].placeOf(row.person.number), out);
      out.add((char) ('0' + CheckDigits.luhn(out.textFrom(start))));
    };
  }

  private static Value month(String name, Profile.ValueSpec spec, Scene scene) {
    long stream = scene.stream("value " + name);
    long from = spec.from().toEpochDay();
    int days = (int) (spec.to().toEpochDay() - from);
    DateStyle style = new DateStyle(spec.pattern());
    return (row, out) ->
        style.write(from + Randomness.below(Randomness.at(stream, row.person.number), days), out);
  }

  private static Value choice(String name, Profile.ValueSpec spec, Scene scene) {
    byte[][] words = spec.of().keySet().stream().map(Bytes::of).toArray(byte[][]::new);
    Weighted frequency = Weighted.of(spec.of());
    long stream = scene.stream("value " + name);
    return (row, out) -> out.add(words[frequency.pick(Randomness.at(stream, row.person.number))]);
  }

  /** Small amounts are frequent and large ones rare. */
  private static Value amount(String name, Profile.ValueSpec spec, Scene scene) {
    long stream = scene.stream("value " + name);
    return (row, out) -> {
      double share = Randomness.share(Randomness.at(stream, row.person.number));
      out.addNumber((long) (spec.upTo() * share * share * share));
    };
  }

  /** A later delivery of a row has a later moment. */
  private static Value moment(String name, Profile.ValueSpec spec, Scene scene) {
    long stream = scene.stream("value " + name);
    long from = spec.from().toEpochDay() * 86_400_000L;
    long length = spec.to().toEpochDay() * 86_400_000L - from;
    return (row, out) -> {
      double share = Randomness.share(Randomness.at(stream, row.person.number * 2 + row.version));
      double place = row.version == 0 ? share * 0.9 : 0.9 + share * 0.1;
      out.addMoment(from + (long) (place * length) / 1000 * 1000);
    };
  }
}
