package aftermath.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Rows of a Parquet file whose columns are all texts; values that are absent are null. */
final class ParquetRows implements Closeable {
  private static final long ROW_GROUP = 8L << 20;

  private final List<Column> columns;
  private final PartFile file;
  private final MessageType schema;
  private final ParquetWriter<Group> writer;
  private final Bytes scratch = new Bytes();

  ParquetRows(List<Column> columns, int part, PartFile file) throws IOException {
    this.columns = columns;
    this.file = file;
    Types.MessageTypeBuilder types = Types.buildMessage();
    for (Column column : columns) {
      types
          .optional(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(column.title(part));
    }
    this.schema = types.named("row");
    this.writer =
        ExampleParquetWriter.builder(new StreamedFile(file.stream()))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withRowGroupSize(ROW_GROUP)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .build();
  }

  void write(Row row) throws IOException {
    Group group = new SimpleGroup(schema);
    for (int i = 0; i < columns.size(); i++) {
      scratch.cutTo(0);
      columns.get(i).write(row, scratch);
      if (!scratch.isEmptyFrom(0)) {
        group.add(i, scratch.toString());
      }
    }
    writer.write(group);
    file.rowStreamed();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** A file that Parquet only ever appends to. */
  private record StreamedFile(OutputStream stream) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new Positioned(stream);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Positioned extends PositionOutputStream {
    private final OutputStream stream;
    private long position;

    Positioned(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int b) throws IOException {
      stream.write(b);
      position++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      stream.write(bytes, from, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }
  }
}
