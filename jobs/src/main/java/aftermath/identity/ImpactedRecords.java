package aftermath.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Field;
import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import aftermath.standard.RowKeys;
import aftermath.standard.StandardAttributes;
import aftermath.standard.SupersededRows;
import java.util.ArrayList;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The stolen records in standard form: what each of them shows, of whomever it is. */
public final class ImpactedRecords {
  private final Incident incident;
  private final StandardAttributes shown;

  private ImpactedRecords(Incident incident) {
    this.incident = incident;
    this.shown = new StandardAttributes(incident, Role.IMPACTED_RECORDS);
  }

  public static Table table(Incident incident) {
    return StandardAttributes.declareIn(
        Table.table("silver.impacted_records")
            .comment("One row per stolen record that stands: what it shows, in standard form")
            .columns(
                """
                record_id    STRING NOT NULL COMMENT 'key of the record as delivered, or made from its content',
                exposed_mask BIGINT NOT NULL COMMENT 'bit per exposed field, see gold.fields',
                unread       ARRAY<STRING>   COMMENT 'attributes with a delivered value that could not be read and so counts as absent; null if none'
                """)
            .key("record_id")
            .personal("record_id"),
        new StandardAttributes(incident, Role.IMPACTED_RECORDS).attributes());
  }

  public static Model model(Incident incident) {
    return Model.model(table(incident))
        .from(BronzeTables.of(incident, Role.IMPACTED_RECORDS), SupersededRows.TABLE)
        .as(new ImpactedRecords(incident)::derive)
        .dependingOn(
            incident.attributes(),
            incident.fields(),
            incident.sources(),
            incident.placeholders(),
            incident.defaultCountry(),
            incident.referenceDay());
  }

  Dataset<Row> derive(Dataset<Row> delivered, Dataset<Row> superseded) {
    return delivered
        .transform(SupersededRows.withoutSuperseded(Role.IMPACTED_RECORDS, superseded)::apply)
        .transform(this::inStandardForm)
        .withColumn("exposed_mask", exposedMask())
        .select(columns());
  }

  private Dataset<Row> inStandardForm(Dataset<Row> delivered) {
    var columns = new ArrayList<Column>();
    columns.add(RowKeys.of(incident, Role.IMPACTED_RECORDS).text().as("record_id"));
    columns.addAll(shown.columns());
    columns.add(shown.unread().as("unread"));
    return delivered.select(columns.toArray(Column[]::new));
  }

  private Column exposedMask() {
    Column mask = lit(0L);
    for (Field field : incident.fields()) {
      mask = mask.bitwiseOR(when(isShown(field), incident.bit(field)).otherwise(0L));
    }
    return mask;
  }

  private Column isShown(Field field) {
    return field.from().stream()
        .filter(shown::shows)
        .map(attribute -> col(attribute).isNotNull())
        .reduce(lit(false), Column::or);
  }

  private Column[] columns() {
    return table(incident).columnNames().stream()
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }
}
