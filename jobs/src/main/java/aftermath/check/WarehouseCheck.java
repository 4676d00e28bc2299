package aftermath.check;

import aftermath.incident.Incident;
import aftermath.lakehouse.Causes;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.RunLog;
import aftermath.lakehouse.WarehouseLock;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/** Whether tables can be written where they are to be, and whether nobody else is at it. */
public final class WarehouseCheck {
  private static final String SUBJECT = "warehouse";

  private final Lakehouse lakehouse;
  private final Configuration hadoop;

  public WarehouseCheck(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
    this.hadoop = lakehouse.spark().sparkContext().hadoopConfiguration();
  }

  /** What is to be said of it. Nothing is left behind. */
  public List<Finding> findings(Incident incident) {
    var found = new ArrayList<Finding>();
    try {
      WritableFolder.ensure(hadoop, lakehouse.root());
    } catch (IOException | RuntimeException | LinkageError e) {
      found.add(
          Finding.missing(
              SUBJECT,
              "%s cannot be written to (%s). %s"
                  .formatted(lakehouse.root(), Causes.inOneLine(e), remedy())));
      return found;
    }
    found.add(holder());
    Optional<Row> last = lastRun();
    found.add(
        last.map(row -> row.<String>getAs("incident"))
            .filter(other -> !other.equals(incident.id()))
            .map(
                other ->
                    Finding.missing(
                        SUBJECT,
                        "%s holds the incident %s, and this is the incident %s. Name another folder with --warehouse, or give the incident file its old id."
                            .formatted(lakehouse.root(), other, incident.id())))
            .orElseGet(
                () ->
                    Finding.ok(
                        SUBJECT,
                        "%s can be written to; %s"
                            .formatted(
                                lakehouse.root(),
                                last.map(row -> "its last run was " + row.<String>getAs("run_id"))
                                    .orElse("no run has been there yet")))));
    return found;
  }

  /** The last run that changed anything here; empty if there was none, or none can be read. */
  public Optional<Row> lastRun() {
    try {
      return new RunLog(lakehouse, Clock.systemUTC()).last();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Room for what a run writes there. */
  public Finding room(long deliveries) {
    return new Disk(hadoop).ofWarehouse(lakehouse.root(), deliveries);
  }

  /** Room for what Spark puts aside while it works, if that is on this machine. */
  public Optional<Finding> roomForTemporaryFiles(long deliveries) {
    var settings = lakehouse.spark().sparkContext().getConf();
    if (!settings.get("spark.master", "").startsWith("local")) {
      return Optional.empty();
    }
    String folder = settings.get("spark.local.dir", System.getProperty("java.io.tmpdir"));
    String first = folder.split(",")[0];
    return Optional.of(new Disk(hadoop).ofTemporaryFiles("file://" + first, deliveries));
  }

  private Finding holder() {
    return WarehouseLock.holder(lakehouse)
        .map(
            owner ->
                Finding.missing(
                    "other runs",
                    "Another run is working on this warehouse: %s. Wait for it to end; if it is no more, delete %s/_running."
                        .formatted(owner, lakehouse.root())))
        .orElseGet(() -> Finding.ok("other runs", "nobody holds the warehouse"));
  }

  private String remedy() {
    return lakehouse.root().contains(":/")
        ? "Check the address, the credentials and that the libraries of the store are there"
            + " (README, On a cluster)."
        : "Name another folder with --warehouse, or change its permissions.";
  }
}
