package aftermath.lineage;

import aftermath.lakehouse.Lakehouse.Written;
import aftermath.pipeline.Column;
import aftermath.pipeline.Table;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.DatasetFacets;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.Job;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.OutputDatasetOutputFacets;
import io.openlineage.client.OpenLineage.Run;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineage.RunFacetsBuilder;
import io.openlineage.client.OpenLineage.SchemaDatasetFacetFields;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Events in the form of OpenLineage: a run of the program, and below it one for each table that is
 * made. They speak of tables, columns and numbers of rows; no value of any row is in them, and of a
 * failure only its kind, since messages may quote values.
 */
final class LineageEvents {
  private final OpenLineage facets;
  private final String namespace;
  private final String incident;
  private final String codeVersion;

  /**
   * @param namespace of the jobs, as the organisation calls this installation
   * @param incident id of the incident
   */
  LineageEvents(String namespace, String incident, String codeVersion) {
    this.facets = new OpenLineage(URI.create("urn:aftermath:" + codeVersion));
    this.namespace = namespace;
    this.incident = incident;
    this.codeVersion = codeVersion;
  }

  /** The whole run begins, has ended, or has failed. */
  RunEvent ofRun(EventType type, UUID run, Instant at, Optional<Throwable> failure) {
    return event(type, at)
        .run(run(run, runFacets(failure)))
        .job(job(incident, "RUN", "Takes in what is new and brings every table up to date"))
        .inputs(List.of())
        .outputs(List.of())
        .build();
  }

  /** A table begins to be made, has been made, or could not be. */
  RunEvent ofTable(
      EventType type,
      Making making,
      Instant at,
      List<OutputDataset> outputs,
      Optional<Throwable> failure) {
    var parent =
        facets
            .newParentRunFacetBuilder()
            .run(facets.newParentRunFacetRunBuilder().runId(making.parent()).build())
            .job(facets.newParentRunFacetJobBuilder().namespace(namespace).name(incident).build())
            .build();
    Table table = making.table();
    return event(type, at)
        .run(run(making.run(), runFacets(failure).parent(parent)))
        .job(job(incident + "." + table.name(), "TABLE", table.comment()))
        .inputs(making.inputs())
        .outputs(outputs)
        .build();
  }

  /**
   * A table that is being made.
   *
   * @param run of this table
   * @param parent the run of the program
   */
  record Making(Table table, UUID run, UUID parent, List<InputDataset> inputs) {}

  /** A table that is read, in the version that it has. */
  InputDataset input(Table table, String path, Optional<Written> written) {
    DatasetName name = DatasetName.of(path);
    return facets
        .newInputDatasetBuilder()
        .namespace(name.namespace())
        .name(name.name())
        .facets(described(table, written))
        .build();
  }

  /** Files that are read. */
  InputDataset files(String path) {
    DatasetName name = DatasetName.of(path);
    return facets.newInputDatasetBuilder().namespace(name.namespace()).name(name.name()).build();
  }

  /**
   * A table that is written.
   *
   * @param rows rows written; -1 if that is not known
   */
  OutputDataset output(Table table, String path, Optional<Written> written, long rows) {
    DatasetName name = DatasetName.of(path);
    return facets
        .newOutputDatasetBuilder()
        .namespace(name.namespace())
        .name(name.name())
        .facets(described(table, written))
        .outputFacets(statistics(written, rows))
        .build();
  }

  private OutputDatasetOutputFacets statistics(Optional<Written> written, long rows) {
    var statistics = facets.newOutputStatisticsOutputDatasetFacetBuilder();
    if (rows >= 0) {
      statistics.rowCount(rows);
    }
    written.filter(it -> it.bytes() >= 0).ifPresent(it -> statistics.size(it.bytes()));
    written.filter(it -> it.files() >= 0).ifPresent(it -> statistics.fileCount(it.files()));
    return facets
        .newOutputDatasetOutputFacetsBuilder()
        .outputStatistics(statistics.build())
        .build();
  }

  private DatasetFacets described(Table table, Optional<Written> written) {
    var described =
        facets
            .newDatasetFacetsBuilder()
            .documentation(
                facets.newDocumentationDatasetFacetBuilder().description(table.comment()).build())
            .schema(
                facets.newSchemaDatasetFacet(
                    table.columns().stream().map(this::described).toList()));
    written.ifPresent(
        it ->
            described.version(
                facets
                    .newDatasetVersionDatasetFacetBuilder()
                    .datasetVersion(Long.toString(it.version()))
                    .build()));
    return described.build();
  }

  private SchemaDatasetFacetFields described(Column column) {
    return facets
        .newSchemaDatasetFacetFieldsBuilder()
        .name(column.name())
        .type(column.type())
        .description(column.comment())
        .build();
  }

  private OpenLineage.RunEventBuilder event(EventType type, Instant at) {
    return facets.newRunEventBuilder().eventType(type).eventTime(at.atZone(ZoneOffset.UTC));
  }

  private Run run(UUID id, RunFacetsBuilder described) {
    return facets.newRunBuilder().runId(id).facets(described.build()).build();
  }

  private RunFacetsBuilder runFacets(Optional<Throwable> failure) {
    var run =
        facets
            .newRunFacetsBuilder()
            .processing_engine(
                facets
                    .newProcessingEngineRunFacetBuilder()
                    .name("spark")
                    .version(org.apache.spark.package$.MODULE$.SPARK_VERSION())
                    .openlineageAdapterVersion(codeVersion)
                    .build());
    failure.ifPresent(
        thrown ->
            run.errorMessage(
                facets
                    .newErrorMessageRunFacetBuilder()
                    .message(thrown.getClass().getSimpleName() + ", as the run has said")
                    .programmingLanguage("java")
                    .build()));
    return run;
  }

  private Job job(String name, String type, String meaning) {
    return facets
        .newJobBuilder()
        .namespace(namespace)
        .name(name)
        .facets(
            facets
                .newJobFacetsBuilder()
                .documentation(
                    facets.newDocumentationJobFacetBuilder().description(meaning).build())
                .jobType(
                    facets
                        .newJobTypeJobFacetBuilder()
                        .processingType("BATCH")
                        .integration("AFTERMATH")
                        .jobType(type)
                        .build())
                .build())
        .build();
  }
}
