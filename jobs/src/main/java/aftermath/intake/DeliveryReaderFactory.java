package aftermath.intake;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;

/** Makes the reader of a task; travels to it with everything it needs, the tally included. */
record DeliveryReaderFactory(
    String role,
    List<SourceLayout> layouts,
    Storage storage,
    RowsWanted wanted,
    StructType required,
    Tally tally)
    implements PartitionReaderFactory {

  DeliveryReaderFactory only(StructType columns) {
    return new DeliveryReaderFactory(role, layouts, storage, wanted, columns, tally);
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    return new DeliveryPartitionReader(this, ((SplitsToRead) partition).pieces());
  }
}
