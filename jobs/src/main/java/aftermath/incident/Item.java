package aftermath.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in the file, or the place where there is none. What is asked of it decides how it is
 * read, so that a column called {@code NO} or {@code 001} is that text and no truth and no number.
 * Asking tells the mistakes; a value that is absent or mistaken answers with nothing.
 */
final class Item {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?\\d{1,9}");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9}");

  private final Optional<Node> node;
  private final Place place;
  private final Mistakes mistakes;

  Item(Optional<Node> node, Place place, Mistakes mistakes) {
    this.node = node;
    this.place = place;
    this.mistakes = mistakes;
  }

  /** Reads a text as something, and tells the mistake if it is not. */
  interface Reading<T> {
    Optional<T> of(String text, Place place, Mistakes mistakes);
  }

  boolean isPresent() {
    return node.isPresent();
  }

  Place place() {
    return place;
  }

  /** Text that is not blank, just as it is written. */
  Optional<String> text() {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!isScalar() || isNull()) {
      mistakes.add(Mistake.shape(place, found(), "text"));
      return Optional.empty();
    }
    if (scalar().isBlank()) {
      mistakes.add(Mistake.blank(place));
      return Optional.empty();
    }
    return Optional.of(scalar());
  }

  <T> Optional<T> as(Reading<T> reading) {
    return text().flatMap(text -> reading.of(text, place, mistakes));
  }

  /** A text of exactly one character, which may be blank: a tabulator delimits well. */
  Optional<Character> character() {
    if (node.isPresent() && isScalar() && scalar().length() == 1 && !"\r\n".contains(scalar())) {
      return Optional.of(scalar().charAt(0));
    }
    text().ifPresent(text -> mistakes.add(Mistake.noSingleCharacter(place, text)));
    return Optional.empty();
  }

  Optional<Integer> wholeNumber(int least, int most) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (isPlain(WHOLE_NUMBER)) {
      int number = Integer.parseInt(scalar());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    }
    mistakes.add(Mistake.noWholeNumber(place, found(), least, most));
    return Optional.empty();
  }

  /** One of few numbers, as scoring methods have them. */
  Optional<Double> score(double... allowed) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (isPlain(NUMBER)) {
      double number = Double.parseDouble(scalar());
      if (Arrays.stream(allowed).anyMatch(each -> each == number)) {
        return Optional.of(number);
      }
    }
    List<String> words =
        Arrays.stream(allowed).mapToObj(each -> String.valueOf(each).replace(".0", "")).toList();
    mistakes.add(Mistake.notOneOfTheScores(place, found(), words));
    return Optional.empty();
  }

  /** A number above 0 and below 1. */
  Optional<Double> share() {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (isPlain(NUMBER)) {
      double number = Double.parseDouble(scalar());
      if (number > 0 && number < 1) {
        return Optional.of(number);
      }
    }
    mistakes.add(Mistake.noShare(place, found()));
    return Optional.empty();
  }

  Optional<Boolean> truth() {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (isPlain(Pattern.compile("true|false"))) {
      return Optional.of(Boolean.valueOf(scalar()));
    }
    mistakes.add(Mistake.noTruth(place, found()));
    return Optional.empty();
  }

  /** A word of a vocabulary, in lower case; dashes and underscores are the same. */
  <E extends Enum<E>> Optional<E> word(Class<E> vocabulary) {
    List<E> constants = List.of(vocabulary.getEnumConstants());
    Optional<String> written = text();
    Optional<E> meant =
        written.flatMap(
            text ->
                constants.stream()
                    .filter(each -> wordOf(each).equals(text.replace('-', '_')))
                    .findFirst());
    if (written.isPresent() && meant.isEmpty()) {
      List<String> known = constants.stream().map(Item::wordOf).toList();
      mistakes.add(Mistake.unknownWord(place, written.get(), known));
    }
    return meant;
  }

  /** One of these words, just as they are. */
  Optional<String> oneOf(Collection<String> known) {
    Optional<String> written = text();
    if (written.isPresent() && !known.contains(written.get())) {
      mistakes.add(Mistake.unknownWord(place, written.get(), known));
      return Optional.empty();
    }
    return written;
  }

  /** A list with at least one entry, or nothing. */
  List<Item> items() {
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof SequenceNode list)) {
      mistakes.add(Mistake.shape(place, found(), "a list"));
      return List.of();
    }
    if (list.getValue().isEmpty()) {
      mistakes.add(Mistake.emptyList(place));
    }
    List<Item> items = new ArrayList<>();
    for (Node each : list.getValue()) {
      String path = place.path() + "[" + items.size() + "]";
      items.add(new Item(Optional.of(each), Place.at(path, each.getStartMark()), mistakes));
    }
    return items;
  }

  <T> List<T> list(Function<Item, Optional<T>> each) {
    return items().stream().map(each).flatMap(Optional::stream).toList();
  }

  /** A list of different texts. */
  List<String> texts() {
    return different(Item::text);
  }

  /** A list whose entries are read like this, and differ. */
  <T> List<T> different(Function<Item, Optional<T>> each) {
    Set<T> seen = new LinkedHashSet<>();
    for (Item item : items()) {
      Optional<T> value = each.apply(item);
      if (value.isPresent() && !seen.add(value.get())) {
        mistakes.add(Mistake.repeatedEntry(item.place, item.scalar()));
      }
    }
    return List.copyOf(seen);
  }

  /** Reads a mapping; the keys that the reader does not ask for are unknown. */
  <T> Optional<T> section(Function<Section, T> reader) {
    return section((section, problems) -> reader.apply(section));
  }

  <T> Optional<T> section(BiFunction<Section, Mistakes, T> reader) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!(node.get() instanceof MappingNode mapping)) {
      mistakes.add(Mistake.shape(place, found(), "a mapping of keys to values"));
      return Optional.empty();
    }
    Section section = new Section(mapping, place, mistakes);
    T result = reader.apply(section, mistakes);
    section.hasNoOtherKeys();
    return Optional.of(result);
  }

  /** The word for a constant in a file. */
  static String wordOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private boolean isScalar() {
    return node.get() instanceof ScalarNode;
  }

  private String scalar() {
    return ((ScalarNode) node.get()).getValue();
  }

  private boolean isPlain(Pattern pattern) {
    return node.get() instanceof ScalarNode scalar
        && scalar.isPlain()
        && pattern.matcher(scalar.getValue()).matches();
  }

  private boolean isNull() {
    return node.get() instanceof ScalarNode scalar
        && scalar.isPlain()
        && NULLS.contains(scalar.getValue());
  }

  private String found() {
    if (node.get() instanceof SequenceNode) {
      return "a list";
    }
    if (node.get() instanceof MappingNode) {
      return "a mapping";
    }
    if (isNull()) {
      return "nothing";
    }
    boolean isPlain = ((ScalarNode) node.get()).isPlain();
    return (isPlain ? "" : "the text ") + Mistake.quoted(scalar());
  }
}
