package aftermath.lakehouse;

import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/** Brings a table's declaration into Delta: columns, comments, keys, checks, layout. */
final class TableMigration {
  private static final String NOTE = "spark.databricks.delta.commitInfo.userMetadata";
  private static final Object ONE_NOTE = new Object();

  private final SparkSession spark;
  private final String path;

  TableMigration(SparkSession spark, String path) {
    this.spark = spark;
    this.path = path;
  }

  /** Makes the table anew, without rows, in one commit; earlier versions stay readable. */
  void declareAnew(Table table, CommitNote note) {
    new CommitLog(spark.sparkContext().hadoopConfiguration(), path).removeIfUnborn();
    // createOrReplace takes a table that is known by its path alone for a new one
    // (delta-io/delta#827).
    DeltaTableBuilder start =
        DeltaTable.isDeltaTable(spark, path) ? DeltaTable.replace(spark) : DeltaTable.create(spark);
    DeltaTableBuilder builder =
        start
            .location(path)
            .comment(table.comment())
            .addColumns(table.schema())
            .property("aftermath.table", table.name())
            .property("aftermath.key", String.join(", ", table.key()))
            // Gold must stay readable by every Delta reader, the oldest included. A large table of
            // which single rows change would be rewritten for them.
            .property("delta.enableDeletionVectors", String.valueOf(!table.changedBy().isEmpty()))
            .property("delta.checkpointPolicy", "classic");
    if (!Lakehouse.isSmall(table)) {
      builder = builder.property("delta.dataSkippingNumIndexedCols", statisticsColumns(table));
    }
    for (var check : table.checks().entrySet()) {
      builder = builder.property("delta.constraints." + check.getKey(), check.getValue());
    }
    noting(note, builder::execute);
  }

  /**
   * Statistics cost as much as writing. In bronze the delivery comes first and is filtered on; a
   * silver table begins with a person's key, whose smallest and largest value would stand in
   * Delta's log, and in the program's own when it is asked to tell more.
   */
  private static String statisticsColumns(Table table) {
    return table.layer() == Layer.BRONZE ? "1" : "0";
  }

  /**
   * Adds the declared columns that the table lacks, and puts checks that have changed in the place
   * of those it has; what it has besides stays.
   */
  void amend(Table table, CommitNote note) {
    var statements = new ArrayList<String>();
    missingColumns(table)
        .ifPresent(columns -> statements.add("ADD COLUMNS (%s)".formatted(columns)));
    changedChecks(table)
        .forEach(
            (name, check) -> {
              statements.add("DROP CONSTRAINT IF EXISTS " + name);
              statements.add("ADD CONSTRAINT %s CHECK (%s)".formatted(name, check));
            });
    for (int i = 0; i < statements.size(); i++) {
      String statement = "ALTER TABLE delta.`%s` %s".formatted(path, statements.get(i));
      // Killed before the last, the table must not pass for declared.
      boolean isLast = i == statements.size() - 1;
      noting(isLast ? note : note.ofUnfinished(), () -> spark.sql(statement));
    }
  }

  private Optional<String> missingColumns(Table table) {
    Set<String> present = Set.of(spark.read().format("delta").load(path).columns());
    return table.columns().stream()
        .filter(column -> !present.contains(column.name()))
        .map(column -> nullable(column.field()).toDDL())
        .reduce((one, other) -> one + ", " + other);
  }

  private Map<String, String> changedChecks(Table table) {
    if (table.checks().isEmpty()) {
      return Map.of();
    }
    Map<String, String> properties =
        DeltaTable.forPath(spark, path).detail().select("properties").head().getJavaMap(0);
    return table.checks().entrySet().stream()
        .filter(
            check ->
                !check.getValue().equals(properties.get("delta.constraints." + check.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static StructField nullable(StructField field) {
    return new StructField(field.name(), field.dataType(), true, field.metadata());
  }

  /** Runs a statement that makes a commit and has no option for a note of its own. */
  void noting(CommitNote note, Runnable statement) {
    // The session has one note at a time.
    synchronized (ONE_NOTE) {
      spark.conf().set(NOTE, note.json());
      try {
        statement.run();
      } finally {
        spark.conf().unset(NOTE);
      }
    }
  }
}
