package aftermath.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** What a Parquet file says about itself. */
record ParquetFooter(List<String> columns, long rows) {

  static ParquetFooter of(Path file, Storage storage) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(file, storage.configuration()),
            ParquetReadOptions.builder().build())) {
      List<String> columns = new ArrayList<>();
      addPaths(reader.getFileMetaData().getSchema(), "", columns);
      return new ParquetFooter(columns, reader.getRecordCount());
    }
  }

  private static void addPaths(GroupType group, String prefix, List<String> columns) {
    for (Type field : group.getFields()) {
      String path = prefix + field.getName();
      boolean isStruct = !field.isPrimitive() && field.getLogicalTypeAnnotation() == null;
      if (isStruct && !field.isRepetition(Type.Repetition.REPEATED)) {
        addPaths(field.asGroupType(), path + ".", columns);
      }
      columns.add(path);
    }
  }
}
