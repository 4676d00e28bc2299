package aftermath.lineage;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.incident.Source;
import aftermath.intake.BronzeTables;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.lineage.LineageEvents.Making;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.utils.UUIDUtils;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.Path;

/** Tells, as tables are made, what they are made from. */
public final class Lineage implements Progress {
  private final LineageClient client;
  private final LineageEvents events;
  private final Lakehouse lakehouse;
  private final Progress next;
  private final Clock clock;
  private final Map<String, Model> models = new HashMap<>();
  private final Map<String, List<String>> filesOf = new HashMap<>();
  private final Map<String, Table> tables = new HashMap<>();
  private UUID run = UUIDUtils.generateNewUUID();
  private final Map<String, Making> atWork = new ConcurrentHashMap<>();

  /**
   * @param input where relative paths of the incident file start
   * @param next is told of all progress, too
   */
  public Lineage(
      LineageClient client,
      Incident incident,
      Pipeline pipeline,
      Lakehouse lakehouse,
      String input,
      String codeVersion,
      Clock clock,
      Progress next) {
    this.client = client;
    this.lakehouse = lakehouse;
    this.next = next;
    this.clock = clock;
    this.events = new LineageEvents(client.namespace(), incident.id(), codeVersion);
    pipeline.tables().forEach(table -> tables.put(table.name(), table));
    pipeline.models().forEach(model -> models.put(model.table().name(), model));
    for (Role role : BronzeTables.taken(incident)) {
      filesOf.put(
          BronzeTables.of(incident, role).name(),
          incident.sources(role).stream()
              .map(Source::paths)
              .flatMap(List::stream)
              .map(path -> new Path(new Path(input), path).toString())
              .distinct()
              .toList());
    }
  }

  /** A run begins. */
  public void runBegins() {
    run = UUIDUtils.generateNewUUID();
    atWork.clear();
    client.send(events.ofRun(EventType.START, run, clock.instant(), Optional.empty()));
  }

  /** It has ended, and all of it worked. */
  public void runEnds() {
    client.send(events.ofRun(EventType.COMPLETE, run, clock.instant(), Optional.empty()));
  }

  /** It has failed, and with it the tables that were being made. */
  public void runFails(Throwable failure) {
    atWork
        .values()
        .forEach(
            table ->
                client.send(
                    events.ofTable(
                        EventType.FAIL, table, clock.instant(), List.of(), Optional.of(failure))));
    atWork.clear();
    client.send(events.ofRun(EventType.FAIL, run, clock.instant(), Optional.of(failure)));
  }

  @Override
  public void begins(String step) {
    Table table = tables.get(step);
    if (table != null) {
      var making = new Making(table, UUIDUtils.generateNewUUID(), run, inputs(step));
      atWork.put(step, making);
      client.send(
          events.ofTable(EventType.START, making, clock.instant(), List.of(), Optional.empty()));
    }
    next.begins(step);
  }

  @Override
  public void ends(String step, long rows, Duration took) {
    isMade(step, rows);
    next.ends(step, rows, took);
  }

  @Override
  public void changed(String step, long rows, Duration took) {
    isMade(step, rows);
    next.changed(step, rows, took);
  }

  @Override
  public void unchanged(String step) {
    next.unchanged(step);
  }

  private void isMade(String step, long rows) {
    Making made = atWork.remove(step);
    if (made != null) {
      Table table = made.table();
      var output = events.output(table, lakehouse.path(table), lakehouse.lastWritten(table), rows);
      client.send(
          events.ofTable(
              EventType.COMPLETE, made, clock.instant(), List.of(output), Optional.empty()));
    }
  }

  private List<InputDataset> inputs(String step) {
    if (filesOf.containsKey(step)) {
      return filesOf.get(step).stream().map(events::files).toList();
    }
    return Optional.ofNullable(models.get(step)).stream()
        .flatMap(model -> model.inputs().stream())
        .map(table -> events.input(table, lakehouse.path(table), lakehouse.lastWritten(table)))
        .toList();
  }
}
