package aftermath.intake;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The door through which Spark finds a table that this program has already made. Spark only takes a
 * class name and text options, so the table waits here under a ticket while it is being loaded.
 */
public final class DeliveryProvider implements TableProvider {

  private static final String TICKET = "ticket";
  private static final Map<String, DeliveryTable> WAITING = new ConcurrentHashMap<>();

  static Dataset<Row> load(SparkSession spark, DeliveryTable table) {
    String ticket = UUID.randomUUID().toString();
    WAITING.put(ticket, table);
    try {
      return spark.read().format(DeliveryProvider.class.getName()).option(TICKET, ticket).load();
    } finally {
      WAITING.remove(ticket);
    }
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return waiting(options.get(TICKET)).schema();
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return waiting(properties.get(TICKET));
  }

  private static DeliveryTable waiting(String ticket) {
    DeliveryTable table = ticket == null ? null : WAITING.get(ticket);
    if (table == null) {
      throw new IllegalStateException("Deliveries are read through DeliveredRows only.");
    }
    return table;
  }
}
