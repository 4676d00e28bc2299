package aftermath.intake;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file as an organisation delivered it.
 *
 * @param source the name of the incident's source that claims it
 * @param path fully qualified, as Hadoop file systems write it
 * @param size in bytes, as stored
 * @param sha256 of the stored bytes in hex; empty when they could not be read
 * @param deliveryId the first 16 hex digits of the hash, which makes the same content the same
 *     delivery wherever it lies; empty when there is no hash
 * @param encoding of the text, as found from a byte order mark or else as configured; empty for
 *     formats that are not text
 * @param splits ranges that can be read independently of each other, in the order of the file
 * @param columns names found: of a header row, of the first objects, or of the schema
 * @param rows how many rows the file says it holds; -1 when only reading it tells
 * @param warnings sentences about what is odd but does not stand in the way
 * @param problems why the file cannot be used; at most one sentence
 */
public record DeliveredFile(
    String source,
    String path,
    long size,
    Instant modifiedAt,
    String sha256,
    String deliveryId,
    Standing standing,
    Compression compression,
    String encoding,
    List<Split> splits,
    List<String> columns,
    long rows,
    List<String> warnings,
    List<String> problems)
    implements Serializable {

  /** Why the file cannot be used at all. */
  public Optional<String> problem() {
    return problems.stream().findFirst();
  }

  /**
   * What is odd about the file, once its rows were read. Of a file that is set aside or repeated
   * nobody looked for rows.
   */
  public List<String> warnings(Tally.Count count) {
    if (count.isCutOff()) {
      return and(IntakeProblems.cutOff(path, count.kept()));
    }
    return isNew() && count.found() == 0 ? and(IntakeProblems.noRows(path)) : warnings;
  }

  /** The same with more that is odd about it. */
  DeliveredFile warnedOf(List<String> more) {
    return new DeliveredFile(
        source,
        path,
        size,
        modifiedAt,
        sha256,
        deliveryId,
        standing,
        compression,
        encoding,
        splits,
        columns,
        rows,
        Stream.concat(warnings.stream(), more.stream()).toList(),
        problems);
  }

  private List<String> and(String warning) {
    return Stream.concat(warnings.stream(), Stream.of(warning)).toList();
  }

  public boolean isNew() {
    return standing == Standing.NEW;
  }

  /** The file's name without its folder, for sentences. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  DeliveredFile standing(Standing now) {
    return new DeliveredFile(
        source,
        path,
        size,
        modifiedAt,
        sha256,
        deliveryId,
        now,
        compression,
        encoding,
        splits,
        columns,
        rows,
        warnings,
        problems);
  }

  /** Without its list of splits, for tasks that each read a few of them. */
  DeliveredFile withoutSplits() {
    return new DeliveredFile(
        source,
        path,
        size,
        modifiedAt,
        sha256,
        deliveryId,
        standing,
        compression,
        encoding,
        List.of(),
        columns,
        rows,
        warnings,
        problems);
  }
}
