package aftermath.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import aftermath.incident.Attribute;
import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import aftermath.standard.RepeatedKeys;
import aftermath.standard.RowKeys;
import aftermath.standard.StandardAttributes;
import aftermath.standard.SupersededRows;
import aftermath.standard.Ties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The people whom the organisation knows: customers, each with the loyalty membership that is
 * theirs, and members who are no customers.
 */
public final class KnownPeople {
  private final Incident incident;
  private final StandardAttributes ofCustomers;
  private final StandardAttributes ofMembers;

  private KnownPeople(Incident incident) {
    this.incident = incident;
    this.ofCustomers = new StandardAttributes(incident, Role.CUSTOMERS);
    this.ofMembers = new StandardAttributes(incident, Role.MEMBERS);
  }

  public static Table table(Incident incident) {
    return StandardAttributes.declareIn(
        Table.table("silver.known_people")
            .comment("One row per customer, and per loyalty member who is no customer")
            .columns(
                """
                known_id    STRING  NOT NULL COMMENT 'C: or M: and the key of the customer or member',
                is_customer BOOLEAN NOT NULL COMMENT 'whether they are in the customer master',
                is_member   BOOLEAN NOT NULL COMMENT 'whether they are in the loyalty table'
                """)
            .key("known_id")
            .personal("known_id"),
        new KnownPeople(incident).attributes());
  }

  public static Model model(Incident incident) {
    return Model.model(table(incident))
        .from(
            BronzeTables.of(incident, Role.CUSTOMERS),
            BronzeTables.of(incident, Role.MEMBERS),
            SupersededRows.TABLE,
            RepeatedKeys.TABLE)
        .as(new KnownPeople(incident)::derive)
        .dependingOn(
            incident.attributes(),
            incident.sources(),
            incident.linking(),
            incident.segments(),
            incident.notices().who(),
            incident.notices().channels(),
            incident.placeholders(),
            incident.defaultCountry(),
            incident.referenceDay());
  }

  Dataset<Row> derive(
      Dataset<Row> customers,
      Dataset<Row> members,
      Dataset<Row> superseded,
      Dataset<Row> repeated) {
    Dataset<Row> tied =
        standing(Role.CUSTOMERS, "C:", ofCustomers, customers, superseded)
            .transform(Ties.ofCustomers(incident, repeated)::apply);
    return together(
        tied,
        standing(Role.MEMBERS, "M:", ofMembers, members, superseded)
            .transform(Ties.ofMembers(incident, tied, repeated)::apply));
  }

  private Dataset<Row> standing(
      Role role,
      String prefix,
      StandardAttributes attributes,
      Dataset<Row> delivered,
      Dataset<Row> superseded) {
    var columns = new ArrayList<Column>();
    columns.add(concat(lit(prefix), RowKeys.of(incident, role).text()).as("known_id"));
    columns.addAll(attributes.columns(used()));
    return delivered
        .transform(SupersededRows.withoutSuperseded(role, superseded)::apply)
        .select(columns.toArray(Column[]::new));
  }

  private Dataset<Row> together(Dataset<Row> customers, Dataset<Row> members) {
    var columns = new ArrayList<Column>();
    columns.add(coalesce(col("c.known_id"), col("m.known_id")).as("known_id"));
    columns.add(col("c.known_id").isNotNull().as("is_customer"));
    columns.add(col("m.known_id").isNotNull().as("is_member"));
    for (Attribute attribute : attributes()) {
      columns.add(eithers(attribute.name()).as(attribute.name()));
    }
    return customers
        .as("c")
        .join(members.as("m"), col("c.tie").equalTo(col("m.tie")), "full_outer")
        .select(columns.toArray(Column[]::new));
  }

  private Column eithers(String attribute) {
    if (!ofCustomers.shows(attribute)) {
      return col("m." + attribute);
    }
    if (!ofMembers.shows(attribute)) {
      return col("c." + attribute);
    }
    return coalesce(col("c." + attribute), col("m." + attribute));
  }

  /**
   * What a rule, a segment or a notice looks at; the rest stays in bronze and is not carried along.
   */
  private List<Attribute> attributes() {
    Set<String> used = used();
    return incident.attributes().values().stream()
        .filter(attribute -> used.contains(attribute.name()))
        .filter(
            attribute -> ofCustomers.shows(attribute.name()) || ofMembers.shows(attribute.name()))
        .toList();
  }

  private Set<String> used() {
    var names = new HashSet<String>(new Segments(incident).attributes());
    incident.linking().members().forEach(rule -> names.addAll(rule.same()));
    incident.linking().known().forEach(rule -> names.addAll(rule.same()));
    incident
        .linking()
        .matching()
        .ifPresent(matching -> names.addAll(Compared.of(incident, matching).names()));
    People.contacts(incident).forEach(attribute -> names.add(attribute.name()));
    return names;
  }
}
