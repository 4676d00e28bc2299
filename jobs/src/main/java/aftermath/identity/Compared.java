package aftermath.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.upper;

import aftermath.functions.Functions;
import aftermath.incident.Attribute;
import aftermath.incident.AttributeType;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.incident.Role;
import aftermath.matching.Comparison;
import aftermath.matching.Comparisons;
import aftermath.matching.Likeness;
import aftermath.matching.Values;
import aftermath.standard.StandardAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/** The attributes that records are compared on, as the incident says or as their types suggest. */
public final class Compared {
  private static final Set<AttributeType> OWN =
      EnumSet.of(AttributeType.IDENTIFIER, AttributeType.DATE);
  private static final Set<AttributeType> OFTEN_MIXED_UP =
      EnumSet.of(AttributeType.NAME, AttributeType.TEXT);

  private final List<Attribute> attributes;
  private final Matching matching;

  private Compared(List<Attribute> attributes, Matching matching) {
    this.attributes = attributes;
    this.matching = matching;
  }

  public static Compared of(Incident incident, Matching matching) {
    var shown = new StandardAttributes(incident, Role.IMPACTED_RECORDS);
    List<Attribute> attributes =
        incident.attributes().values().stream()
            .filter(attribute -> shown.shows(attribute.name()))
            .filter(
                attribute ->
                    matching.compare().isEmpty()
                        ? !attribute.type().isSeldomTelling()
                        : matching.compare().contains(attribute.name()))
            .toList();
    return new Compared(attributes, matching);
  }

  public List<String> names() {
    return attributes.stream().map(Attribute::name).toList();
  }

  public Comparisons comparisons() {
    var comparisons = new ArrayList<Comparison>();
    var paired = new HashSet<Integer>();
    for (int at = 0; at < attributes.size(); at++) {
      Attribute attribute = attributes.get(at);
      comparisons.add(
          new Comparison(
              attribute.name(),
              likeness(attribute.type()),
              swapsWith(at, paired).orElse(null),
              isShared(attribute)));
    }
    return new Comparisons(comparisons);
  }

  /**
   * Whether people of one household often have it in common: as the incident says, or whatever is
   * no identifier, no date and not the first name. What they really share is learnt.
   */
  private boolean isShared(Attribute attribute) {
    return matching.household().isEmpty()
        ? !own().contains(attribute) && own().size() > 1
        : matching.household().contains(attribute.name());
  }

  private Set<Attribute> own() {
    Set<Attribute> own =
        attributes.stream()
            .filter(attribute -> OWN.contains(attribute.type()))
            .collect(Collectors.toCollection(HashSet::new));
    attributes.stream()
        .filter(attribute -> attribute.type() == AttributeType.NAME)
        .findFirst()
        .ifPresent(own::add);
    return own;
  }

  private Optional<String> swapsWith(int at, Set<Integer> paired) {
    String name = attributes.get(at).name();
    if (!matching.swapped().isEmpty()) {
      return matching.swapped().stream()
          .filter(pair -> pair.contains(name))
          .map(pair -> pair.get(0).equals(name) ? pair.get(1) : pair.get(0))
          .filter(other -> names().indexOf(other) < at)
          .findFirst();
    }
    boolean areNeighbours =
        at > 0
            && attributes.get(at - 1).type() == attributes.get(at).type()
            && OFTEN_MIXED_UP.contains(attributes.get(at).type())
            && !paired.contains(at - 1);
    if (!areNeighbours) {
      return Optional.empty();
    }
    paired.add(at);
    return Optional.of(attributes.get(at - 1).name());
  }

  /**
   * The values of a row as an array of texts, one per comparison, null where absent.
   *
   * @param present columns that the rows have; the others are absent
   */
  public Column values(Set<String> present) {
    return array(
        attributes.stream()
            .map(
                attribute ->
                    present.contains(attribute.name()) ? text(attribute) : lit(null).cast("string"))
            .toArray(Column[]::new));
  }

  /** The same as {@link aftermath.matching.Values} packs them. */
  public Column packed(Set<String> present) {
    return call_function(Functions.CATALOG + ".packed_values", values(present));
  }

  /** What {@link #packed} makes of a row that has none of the values. */
  public Column nothing() {
    return lit(Values.packed(new byte[attributes.size()][]));
  }

  private static Column text(Attribute attribute) {
    Column value = col(attribute.name());
    return switch (attribute.type()) {
      case DATE -> date_format(value, "yyyyMMdd");
      case NAME, TEXT -> upper(value);
      case EMAIL, PHONE, IDENTIFIER, CODE -> value;
      case NUMBER, FLAG -> value.cast("string");
    };
  }

  private static Likeness likeness(AttributeType type) {
    return switch (type) {
      case NAME -> Likeness.NAME;
      case TEXT -> Likeness.TEXT;
      case EMAIL -> Likeness.EMAIL;
      case PHONE, IDENTIFIER -> Likeness.IDENTIFIER;
      case DATE -> Likeness.DATE;
      case CODE -> Likeness.CODE;
      case NUMBER, FLAG -> Likeness.SAME_OR_NOT;
    };
  }
}
