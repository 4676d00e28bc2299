package aftermath.standard;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import aftermath.functions.Standard;
import aftermath.incident.Attribute;
import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeColumn;
import aftermath.intake.BronzeColumns;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;

/**
 * What the delivered rows of one role say of a person, in standard form: one column per attribute,
 * from all the spellings that feed it. The first spelling that is present wins.
 */
public final class StandardAttributes {
  private final Map<Attribute, List<BronzeColumn>> spellings = new LinkedHashMap<>();
  private final Incident incident;

  public StandardAttributes(Incident incident, Role role) {
    this.incident = incident;
    List<BronzeColumn> columns = BronzeColumns.of(incident, role);
    for (Attribute attribute : incident.attributes().values()) {
      List<BronzeColumn> feeding =
          columns.stream().filter(column -> column.feeds(attribute.name())).toList();
      if (!feeding.isEmpty()) {
        spellings.put(attribute, feeding);
      }
    }
  }

  /** The attributes that the role's files can show, in the order of the incident file. */
  public List<Attribute> attributes() {
    return List.copyOf(spellings.keySet());
  }

  public boolean shows(String attribute) {
    return spellings.keySet().stream().anyMatch(shown -> shown.name().equals(attribute));
  }

  /** One column per attribute, under the attribute's name. */
  public List<Column> columns() {
    return columns(incident.attributes().keySet());
  }

  /** The same, of the named attributes only. */
  public List<Column> columns(Set<String> names) {
    var standard = new ArrayList<Column>();
    spellings.forEach(
        (attribute, feeding) -> {
          if (names.contains(attribute.name())) {
            standard.add(standard(attribute, feeding).as(attribute.name()));
          }
        });
    return standard;
  }

  private Column standard(Attribute attribute, List<BronzeColumn> feeding) {
    var toStandard = Standard.of(attribute, surroundings(incident));
    Column[] values =
        feeding.stream().map(column -> toStandard.apply(col(column.name()))).toArray(Column[]::new);
    return values.length == 1 ? values[0] : coalesce(values);
  }

  /** The names of the attributes with a value that is there and cannot be read; null if none. */
  public Column unread() {
    var unread = new ArrayList<Column>();
    spellings.forEach(
        (attribute, feeding) -> {
          Column isUnread =
              feeding.stream()
                  .map(column -> col(column.name()))
                  .map(value -> Standard.isUnread(attribute, surroundings(incident), value))
                  .reduce(lit(false), Column::or);
          Column isAbsent = standard(attribute, feeding).isNull();
          unread.add(when(isAbsent.and(isUnread), lit(attribute.name())));
        });
    Column names = array_compact(array(unread.toArray(Column[]::new)));
    return when(size(names).gt(0), names);
  }

  /** What the incident says of all values, whatever their attribute. */
  public static Standard.Surroundings surroundings(Incident incident) {
    return new Standard.Surroundings(
        incident.placeholders(), incident.defaultCountry(), incident.referenceDay());
  }

  /** The table with a column per attribute, all of them personal. */
  public static Table declareIn(Table table, List<Attribute> attributes) {
    Table declared = table;
    for (Attribute attribute : attributes) {
      declared =
          declared
              .column(
                  attribute.name(),
                  Standard.typeOf(attribute.type()),
                  "standardised " + attribute.name().replace('_', ' ') + ", null if absent")
              .personal(attribute.name());
    }
    return declared;
  }
}
