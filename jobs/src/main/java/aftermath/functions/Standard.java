package aftermath.functions;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/** Standardised columns. */
public final class Standard {

  private Standard() {}

  /** The telephone number in E.164, read as of the given country (ISO 3166 alpha-2). */
  public static Column phone(Column delivered, String country) {
    return call_function("aftermath.phone", delivered, lit(country), lit(""));
  }
}
