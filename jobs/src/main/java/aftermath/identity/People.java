package aftermath.identity;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import aftermath.functions.PseudonymKey;
import aftermath.functions.Pseudonyms;
import aftermath.functions.Standard;
import aftermath.incident.Attribute;
import aftermath.incident.Incident;
import aftermath.incident.NoticePolicy;
import aftermath.incident.NoticePolicy.Addressee;
import aftermath.incident.NoticePolicy.Channel;
import aftermath.incident.Role;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whom the breach hit: which fields of theirs were there, which segments they are in. */
public final class People {
  private static final String CONTACT = "contact_";

  private final Incident incident;
  private final PseudonymKey key;
  private final Segments segments;

  private People(Incident incident, PseudonymKey key) {
    this.incident = incident;
    this.key = key;
    this.segments = new Segments(incident);
  }

  public static Table table(Incident incident) {
    Table table =
        Table.table("silver.people")
            .comment("One row per affected person: what of theirs was exposed, and their segments")
            .columns(
                """
                person_id        STRING  NOT NULL COMMENT 'pseudonym: HMAC-SHA-256 with the key of the warehouse',
                link_state       STRING  NOT NULL COMMENT 'known: a customer or member; unlinked: known to nobody; ambiguous: several known people fit',
                is_customer      BOOLEAN NOT NULL COMMENT 'whether they are in the customer master',
                is_member        BOOLEAN NOT NULL COMMENT 'whether they are in the loyalty table',
                records          INT     NOT NULL COMMENT 'stolen records that are theirs',
                exposed_mask     BIGINT  NOT NULL COMMENT 'bit per field that any of their records shows, see gold.fields',
                must_be_told     BOOLEAN NOT NULL COMMENT 'whether the notice policy of the incident asks for telling them, themselves or through others',
                addressee        STRING  NOT NULL COMMENT 'whom notices about them go to: themselves, or who is written to in their place by the notice policy',
                contact_channels BIGINT  NOT NULL COMMENT 'bit per channel of the notice policy for which an address is known, in the order of the policy'
                """)
            .key("person_id")
            .personal("person_id")
            .check("has_a_record", "records > 0")
            .check("link_state_is_known", "link_state IN ('known', 'unlinked', 'ambiguous')");
    for (Attribute attribute : contacts(incident)) {
      table =
          table
              .column(
                  CONTACT + attribute.name(),
                  Standard.typeOf(attribute.type()),
                  attribute.name().replace('_', ' ') + " for telling them, null if absent")
              .personal(CONTACT + attribute.name());
    }
    return new Segments(incident).declareIn(table);
  }

  public static Model model(Incident incident, PseudonymKey key) {
    return Model.model(table(incident))
        .from(ImpactedRecords.table(incident), Links.TABLE, KnownPeople.table(incident))
        .as(new People(incident, key)::derive)
        .dependingOn(
            incident.segments(),
            incident.notices().who(),
            incident.notices().addressees(),
            incident.notices().channels(),
            incident.referenceDay(),
            key.fingerprint());
  }

  /** The column of silver.people that holds a person's address or number of this kind. */
  public static String contact(String attribute) {
    return CONTACT + attribute;
  }

  Dataset<Row> derive(Dataset<Row> impacted, Dataset<Row> links, Dataset<Row> known) {
    return impacted
        .transform(rows -> countingByPerson(rows, links))
        .transform(rows -> withWhatIsKnown(rows, known))
        .transform(this::withContactChannels)
        .transform(rows -> segments.of(rows, kept()))
        .withColumn("addressee", addressee())
        .withColumn("must_be_told", mustBeTold())
        .select(
            table(incident).columnNames().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new));
  }

  private Dataset<Row> countingByPerson(Dataset<Row> impacted, Dataset<Row> links) {
    var sums = new ArrayList<Column>();
    sums.add(max("known").as("known"));
    sums.add(max("is_ambiguous").as("is_ambiguous"));
    sums.add(count(lit(1)).cast("int").as("records"));
    for (Attribute attribute : shown(impacted)) {
      sums.add(min(attribute.name()).as(attribute.name()));
    }
    return impacted
        .withColumn("record", KnownLinks.numberOf("record_id"))
        .join(
            links.select(
                col("record"),
                col("person"),
                col("known"),
                col("state").equalTo(LinkState.AMBIGUOUS.word()).as("is_ambiguous")),
            Groups.on("record"))
        .groupBy("person")
        .agg(bit_or(col("exposed_mask")).as("exposed_mask"), sums.toArray(Column[]::new));
  }

  private Dataset<Row> withWhatIsKnown(Dataset<Row> people, Dataset<Row> known) {
    Dataset<Row> numbered = known.withColumn("number", KnownLinks.numberOf("known_id")).as("k");
    Set<String> ofRecords = Set.of(people.columns());
    Set<String> ofKnown = Set.of(known.columns());
    var columns = new ArrayList<Column>();
    columns.add(personId().as("person_id"));
    columns.add(
        when(col("p.known").isNotNull(), "known")
            .when(col("p.is_ambiguous"), LinkState.AMBIGUOUS.word())
            .otherwise(LinkState.UNLINKED.word())
            .as("link_state"));
    columns.add(coalesce(col("k.is_customer"), lit(false)).as("is_customer"));
    columns.add(coalesce(col("k.is_member"), lit(false)).as("is_member"));
    columns.add(col("p.records"));
    columns.add(col("p.exposed_mask"));
    for (Attribute attribute : needed()) {
      Column[] said =
          Stream.of("k", "p")
              .filter(side -> (side.equals("k") ? ofKnown : ofRecords).contains(attribute.name()))
              .map(side -> col(side + "." + attribute.name()))
              .toArray(Column[]::new);
      if (said.length > 0) {
        columns.add(coalesce(said).as(attribute.name()));
      }
    }
    return people
        .as("p")
        .join(numbered, col("p.known").equalTo(col("k.number")), "left_outer")
        .select(columns.toArray(Column[]::new));
  }

  private Column addressee() {
    Column found = lit(NoticePolicy.THEMSELVES);
    List<Addressee> addressees = incident.notices().addressees();
    for (int i = addressees.size() - 1; i >= 0; i--) {
      found = when(expr(addressees.get(i).of()), addressees.get(i).name()).otherwise(found);
    }
    return found;
  }

  private Column mustBeTold() {
    Object[] apart =
        incident.notices().addressees().stream()
            .filter(addressee -> !addressee.isToBeTold())
            .map(Addressee::name)
            .toArray();
    Column isWanted = coalesce(expr(incident.notices().who()), lit(false));
    return apart.length == 0 ? isWanted : isWanted.and(not(col("addressee").isin(apart)));
  }

  private Column personId() {
    return new Pseudonyms(key).of(hex(col("p.person")));
  }

  private Dataset<Row> withContactChannels(Dataset<Row> people) {
    Set<String> present = Set.of(people.columns());
    Column channels = lit(0L);
    List<Channel> ladder = incident.notices().channels();
    for (int i = 0; i < ladder.size(); i++) {
      String address = ladder.get(i).address();
      if (present.contains(address)) {
        channels = channels.bitwiseOR(when(col(address).isNotNull(), 1L << i).otherwise(0L));
      }
    }
    return people.withColumn("contact_channels", channels);
  }

  private Column[] kept() {
    return Stream.concat(
            Stream.of(
                    "person_id",
                    "link_state",
                    "is_customer",
                    "is_member",
                    "records",
                    "exposed_mask",
                    "contact_channels")
                .map(org.apache.spark.sql.functions::col),
            contacts(incident).stream()
                .map(attribute -> col(attribute.name()).as(contact(attribute.name()))))
        .toArray(Column[]::new);
  }

  /** The attributes that segments or notices look at. */
  private List<Attribute> needed() {
    var names = new LinkedHashSet<String>(segments.attributes());
    contacts(incident).forEach(attribute -> names.add(attribute.name()));
    return incident.attributes().values().stream()
        .filter(attribute -> names.contains(attribute.name()))
        .toList();
  }

  private List<Attribute> shown(Dataset<Row> impacted) {
    List<String> columns = Arrays.asList(impacted.columns());
    return needed().stream().filter(attribute -> columns.contains(attribute.name())).toList();
  }

  /** The attributes by which a message or a response finds its person, or a person a message. */
  static List<Attribute> contacts(Incident incident) {
    var names = new LinkedHashSet<String>();
    incident.notices().channels().forEach(channel -> names.add(channel.address()));
    incident.sources(Role.NOTICE_EVENTS).stream()
        .flatMap(source -> source.notice().stream())
        .flatMap(notice -> notice.personAttribute().stream())
        .forEach(names::add);
    incident.sources(Role.RESPONSE_EVENTS).stream()
        .flatMap(source -> source.response().stream())
        .flatMap(response -> response.personAttribute().stream())
        .forEach(names::add);
    return incident.attributes().values().stream()
        .filter(attribute -> names.contains(attribute.name()))
        .toList();
  }
}
