package aftermath.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;

/** Reads a task's splits and counts what it reads. */
final class DeliveryPartitionReader implements PartitionReader<InternalRow> {

  private final DeliveryReaderFactory factory;
  private final List<SplitsToRead.Piece> pieces;
  private final RecordReader.Outcome wanted;
  private final StructType columns;
  private final RejectedRow rejected;
  private int opened;
  private RecordReader reader;
  private long kept;
  private long setAside;
  private boolean isCutOff;

  DeliveryPartitionReader(DeliveryReaderFactory factory, List<SplitsToRead.Piece> pieces) {
    this.factory = factory;
    this.pieces = pieces;
    boolean isForRejected = factory.wanted() == RowsWanted.SET_ASIDE;
    wanted = isForRejected ? RecordReader.Outcome.SET_ASIDE : RecordReader.Outcome.KEPT;
    columns = isForRejected ? new StructType() : factory.required();
    rejected =
        new RejectedRow(factory.role(), isForRejected ? factory.required() : new StructType());
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      if (reader == null) {
        if (opened == pieces.size()) {
          return false;
        }
        open(pieces.get(opened++));
      }
      RecordReader.Outcome outcome = reader.next();
      switch (outcome) {
        case KEPT -> kept++;
        case SET_ASIDE -> setAside++;
        case END -> {
          isCutOff = reader.isCutOff();
          finish(pieces.get(opened - 1));
        }
      }
      if (outcome == wanted) {
        return true;
      }
    }
  }

  @Override
  public InternalRow get() {
    return wanted == RecordReader.Outcome.KEPT
        ? reader.row()
        : rejected.of(pieces.get(opened - 1).file(), reader);
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  private void open(SplitsToRead.Piece piece) throws IOException {
    ensureUnchanged(piece.file());
    try {
      reader =
          Readers.open(
              piece.file(),
              piece.split(),
              factory.layouts().get(piece.layout()),
              factory.storage(),
              columns);
    } catch (FileNotFoundException e) {
      throw IntakeProblems.vanished(piece.file().path());
    }
    kept = 0;
    setAside = 0;
  }

  /** A file that changed meanwhile may have given rows of both its versions. */
  private void finish(SplitsToRead.Piece piece) throws IOException {
    close();
    ensureUnchanged(piece.file());
    factory
        .tally()
        .add(
            new Tally.SplitCount(
                new Tally.SplitKey(piece.file().path(), piece.split().start()),
                new Tally.Count(kept, setAside, isCutOff)));
  }

  private void ensureUnchanged(DeliveredFile file) throws IOException {
    factory.storage().ensureUnchanged(file.path(), file.size(), file.modifiedAt().toEpochMilli());
  }
}
