package aftermath.exposure;

import aftermath.incident.Field;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The catalogue of exposable fields, so that a query can read an exposure mask. */
public final class Fields {

  public static final Table TABLE =
      Table.table("gold.fields")
          .comment(
              "One row per exposable field: which bit of a mask it is, what regulators call it")
          .columns(
              """
              field                   STRING NOT NULL COMMENT 'name of the field',
              position                INT    NOT NULL COMMENT 'place in the catalogue, from 0',
              bit                     BIGINT NOT NULL COMMENT 'value of the field in an exposure mask: 2 to the power of its position',
              title                   STRING NOT NULL COMMENT 'the field in words for people',
              kinds                   MAP<STRING, STRING> NOT NULL COMMENT 'what the field is called, by vocabulary',
              data_processing_context INT    NOT NULL COMMENT 'DPC score of ENISA, 1 (simple) to 4 (sensitive)',
              ease_of_identification  DOUBLE NOT NULL COMMENT 'EI score of ENISA, 0.25 to 1'
              """)
          .key("field");

  private Fields() {}

  public static Model model(Incident incident) {
    List<Row> rows = incident.fields().stream().map(field -> row(incident, field)).toList();
    return Model.model(TABLE)
        .from()
        .asMadeBy(spark -> spark.createDataFrame(rows, TABLE.schema()).coalesce(1))
        .dependingOn(incident.fields());
  }

  private static Row row(Incident incident, Field field) {
    return RowFactory.create(
        field.name(),
        incident.fields().indexOf(field),
        incident.bit(field),
        field.title(),
        scala.jdk.javaapi.CollectionConverters.asScala(field.kinds()),
        field.dataProcessingContext(),
        field.easeOfIdentification());
  }
}
