package aftermath.pipeline;

import org.apache.spark.sql.types.StructField;

/** A declared column: its name, type and nullability, and what a value of it means. */
public record Column(StructField field) {

  public String name() {
    return field.name();
  }

  /** The type as SQL writes it, for example {@code BIGINT}. */
  public String type() {
    return field.dataType().sql();
  }

  public boolean isRequired() {
    return !field.nullable();
  }

  public String comment() {
    return field.getComment().getOrElse(() -> "");
  }
}
