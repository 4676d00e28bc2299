package aftermath.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import aftermath.incident.Incident;
import aftermath.incident.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Turns the segment columns of a cube into rows: segment, value, and the columns that are kept. */
public final class OneRowPerSegment {
  private OneRowPerSegment() {}

  public static UnaryOperator<Dataset<Row>> keeping(Incident incident, String... kept) {
    List<Column> columns = new ArrayList<>();
    columns.add(explode(array(pairs(incident))).as("of"));
    Stream.of(kept).map(org.apache.spark.sql.functions::col).forEach(columns::add);
    return cube ->
        cube.select(columns.toArray(Column[]::new))
            .withColumn("segment", col("of.segment"))
            .withColumn("value", col("of.value"))
            .drop("of");
  }

  private static Column[] pairs(Incident incident) {
    return incident.segments().stream()
        .map(Segment::name)
        .map(name -> struct(lit(name).as("segment"), col(name).as("value")))
        .toArray(Column[]::new);
  }
}
