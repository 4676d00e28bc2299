package aftermath.intake;

import java.io.Serializable;
import org.apache.spark.sql.types.StructType;

/** What the rows of a bronze table look like. */
interface RowShape extends Serializable {

  StructType schema();

  /** A maker of rows that have only the required columns. */
  RowMaker maker(StructType required, String deliveryId);
}
