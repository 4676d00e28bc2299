package aftermath.response;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.identity.OneRowPerSegment;
import aftermath.identity.Segments;
import aftermath.incident.Incident;
import aftermath.notice.ReachCube;
import aftermath.notice.ToldPeople;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Of those who were told, how many did something about it. */
public final class TakeUpBySegment {
  private static final String NOT_NOTIFIED = "_not_notified";

  /** What people do, and the kinds of response that show it. */
  private static final Map<String, List<String>> DEEDS = deeds();

  public static final Table TABLE =
      Table.table("gold.take_up_by_segment")
          .comment(
              "One row per segment and value: of the people whom a notice reached, how many called, enrolled or reset something; each counts once per kind. Only responses that name one affected person are in it, so that the rates are at least so high")
          .columns(
              """
              segment             STRING NOT NULL COMMENT 'name of the segment',
              value               STRING NOT NULL COMMENT 'part of it; unknown where it is not known',
              notified            BIGINT NOT NULL COMMENT 'affected people whom a notice has reached, as in silver.told_people: the base of the rates; whether they acted before or after it did is not looked at',
              called              BIGINT NOT NULL COMMENT 'of the notified: contacted the support line, answered or abandoned',
              enrolled            BIGINT NOT NULL COMMENT 'of the notified: enrolled in identity protection',
              reset_password      BIGINT NOT NULL COMMENT 'of the notified: set their password anew',
              reset_mfa           BIGINT NOT NULL COMMENT 'of the notified: set their second factor anew',
              call_rate           DOUBLE          COMMENT 'called over notified',
              enrolment_rate      DOUBLE          COMMENT 'enrolled over notified',
              password_reset_rate DOUBLE          COMMENT 'reset_password over notified',
              mfa_reset_rate      DOUBLE          COMMENT 'reset_mfa over notified',
              called_not_notified         BIGINT NOT NULL COMMENT 'affected people who called although no notice has reached them; not in called, nor in any rate',
              enrolled_not_notified       BIGINT NOT NULL COMMENT 'the same of those who enrolled',
              reset_password_not_notified BIGINT NOT NULL COMMENT 'the same of those who set their password anew',
              reset_mfa_not_notified      BIGINT NOT NULL COMMENT 'the same of those who set their second factor anew'
              """)
          .key("segment", "value")
          .check(
              "nobody_counts_twice",
              "greatest(called, enrolled, reset_password, reset_mfa) <= notified");

  private final Incident incident;

  private TakeUpBySegment(Incident incident) {
    this.incident = incident;
  }

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(ReachCube.table(incident), ToldPeople.table(incident), Responses.TABLE)
        .as(new TakeUpBySegment(incident)::derive)
        .dependingOn(incident.segments());
  }

  private Dataset<Row> derive(Dataset<Row> cube, Dataset<Row> told, Dataset<Row> responses) {
    return notified(cube)
        .unionByName(oneRowPerDoer(told, responses))
        .transform(OneRowPerSegment.keeping(incident, counts())::apply)
        .groupBy("segment", "value")
        .agg(sum("notified").as("notified"), sums())
        .withColumn("call_rate", rate("called"))
        .withColumn("enrolment_rate", rate("enrolled"))
        .withColumn("password_reset_rate", rate("reset_password"))
        .withColumn("mfa_reset_rate", rate("reset_mfa"))
        .select(TABLE.columnNames().stream().map(functions::col).toArray(Column[]::new));
  }

  /** The base comes from a cube: nobody need be looked at one by one. */
  private Dataset<Row> notified(Dataset<Row> cube) {
    Column isReached = col("reach").equalTo("reached");
    List<Column> columns = segments();
    columns.add(when(isReached, col("people")).otherwise(0L).as("notified"));
    deedCounts().forEach(deed -> columns.add(lit(0L).as(deed)));
    return cube.select(columns.toArray(Column[]::new));
  }

  /** Everybody who did something. */
  private Dataset<Row> oneRowPerDoer(Dataset<Row> told, Dataset<Row> responses) {
    Column isReached = col("reach").equalTo("reached");
    List<Column> columns = segments();
    columns.add(lit(0L).as("notified"));
    DEEDS
        .keySet()
        .forEach(
            deed -> {
              columns.add(oneIf(isReached.and(col("did_" + deed))).as(deed));
              columns.add(oneIf(not(isReached).and(col("did_" + deed))).as(deed + NOT_NOTIFIED));
            });
    return told.join(doers(responses), xxhash64(col("person_id")).equalTo(col("doer")), "inner")
        .select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> doers(Dataset<Row> responses) {
    Column[] did =
        DEEDS.entrySet().stream()
            .map(
                deed -> max(col("kind").isin(deed.getValue().toArray())).as("did_" + deed.getKey()))
            .toArray(Column[]::new);
    return responses
        .where("person_id IS NOT NULL")
        .groupBy(xxhash64(col("person_id")).as("doer"))
        .agg(lit(true).as("is_there"), did);
  }

  private List<Column> segments() {
    return new ArrayList<>(new Segments(incident).names().stream().map(functions::col).toList());
  }

  private static String[] counts() {
    return Stream.concat(Stream.of("notified"), deedCounts().stream()).toArray(String[]::new);
  }

  private static List<String> deedCounts() {
    return DEEDS.keySet().stream().flatMap(deed -> Stream.of(deed, deed + NOT_NOTIFIED)).toList();
  }

  private static Column[] sums() {
    return deedCounts().stream().map(deed -> sum(deed).as(deed)).toArray(Column[]::new);
  }

  private static Column rate(String deed) {
    return col(deed).divide(nullif(col("notified"), lit(0L)));
  }

  private static Column oneIf(Column condition) {
    return when(condition, 1L).otherwise(0L);
  }

  private static Map<String, List<String>> deeds() {
    var deeds = new LinkedHashMap<String, List<String>>();
    deeds.put("called", List.of("answered", "abandoned"));
    deeds.put("enrolled", List.of("enrolled"));
    deeds.put("reset_password", List.of("password_reset"));
    deeds.put("reset_mfa", List.of("mfa_reset"));
    return deeds;
  }
}
