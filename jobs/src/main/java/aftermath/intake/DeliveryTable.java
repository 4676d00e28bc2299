package aftermath.intake;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Delivered files as a table that Spark can scan. */
final class DeliveryTable implements SupportsRead {

  private final String name;
  private final StructType schema;
  private final List<SplitsToRead> partitions;
  private final DeliveryReaderFactory factory;

  DeliveryTable(
      String name,
      StructType schema,
      List<SplitsToRead> partitions,
      DeliveryReaderFactory factory) {
    this.name = name;
    this.schema = schema;
    this.partitions = partitions;
    this.factory = factory;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  @SuppressWarnings("deprecation")
  public StructType schema() {
    return schema;
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return new Builder();
  }

  private final class Builder implements SupportsPushDownRequiredColumns {
    private StructType required = schema;

    @Override
    public void pruneColumns(StructType columns) {
      required = columns;
    }

    @Override
    public Scan build() {
      return new DeliveryScan(required);
    }
  }

  private final class DeliveryScan implements Scan, Batch {
    private final StructType required;

    DeliveryScan(StructType required) {
      this.required = required;
    }

    @Override
    public StructType readSchema() {
      return required;
    }

    @Override
    public String description() {
      return name;
    }

    @Override
    public Batch toBatch() {
      return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
      return partitions.toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
      return factory.only(required);
    }
  }
}
