package aftermath.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import aftermath.functions.Standard;
import aftermath.incident.Attribute;
import aftermath.incident.AttributeType;
import aftermath.incident.Incident;
import aftermath.incident.Segment;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The incident's ways of dividing people, as columns over their attributes. */
public final class Segments {
  private static final String AGE = "_age";

  private final Incident incident;

  public Segments(Incident incident) {
    this.incident = incident;
  }

  public List<String> names() {
    return incident.segments().stream().map(Segment::name).toList();
  }

  /** The table with one text column per segment. */
  public Table declareIn(Table table) {
    Table declared = table;
    for (Segment segment : incident.segments()) {
      declared =
          declared.column(
              segment.name(),
              "STRING NOT NULL",
              segment.title() + "; unknown where it is not known");
    }
    return declared;
  }

  /** The attributes without which a segment cannot be told. */
  public Set<String> attributes() {
    var words = new TreeSet<String>();
    for (Segment segment : incident.segments()) {
      for (String word : segment.value().toLowerCase(Locale.ROOT).split("\\W+")) {
        words.add(word);
        words.add(word.replaceAll(AGE + "$", ""));
      }
    }
    words.retainAll(incident.attributes().keySet());
    return words;
  }

  /**
   * One column per segment, each under the segment's name.
   *
   * @param people with {@code is_customer}, {@code is_member} and whatever attributes are known;
   *     attributes that are no columns count as absent
   */
  public Dataset<Row> of(Dataset<Row> people, Column... kept) {
    var columns = new ArrayList<Column>(Arrays.asList(kept));
    Dataset<Row> complete = withAges(withAllAttributes(people));
    for (Segment segment : incident.segments()) {
      columns.add(valueOf(segment));
    }
    return complete.select(columns.toArray(Column[]::new));
  }

  /** Only one of them. */
  Dataset<Row> only(Segment segment, Dataset<Row> people) {
    return withAges(withAllAttributes(people)).select(valueOf(segment));
  }

  private static Column valueOf(Segment segment) {
    Column value = expr(segment.value()).cast("string");
    return coalesce(value, lit("unknown")).as(segment.name());
  }

  private Dataset<Row> withAllAttributes(Dataset<Row> people) {
    Set<String> present = Set.of(people.columns());
    Dataset<Row> complete = people;
    for (Attribute attribute : incident.attributes().values()) {
      if (!present.contains(attribute.name())) {
        Column absent = lit(null).cast(Standard.typeOf(attribute.type()));
        complete = complete.withColumn(attribute.name(), absent);
      }
    }
    return complete;
  }

  /** For each date the full years since, on the reference day: 20250630 − 20100701 gives 14. */
  private Dataset<Row> withAges(Dataset<Row> people) {
    Dataset<Row> aged = people;
    for (Attribute attribute : incident.attributes().values()) {
      if (attribute.type() == AttributeType.DATE) {
        aged = aged.withColumn(attribute.name() + AGE, yearsSince(col(attribute.name())));
      }
    }
    return aged;
  }

  private Column yearsSince(Column date) {
    var day = incident.referenceDay();
    int today = day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    Column then =
        functions
            .year(date)
            .multiply(10_000)
            .plus(functions.month(date).multiply(100))
            .plus(functions.dayofmonth(date));
    return functions.floor(lit(today).minus(then).divide(10_000)).cast("int");
  }
}
