package aftermath.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All models of an incident.
 *
 * @param delivered the tables that intake fills
 * @param balances what must add up when all models are made
 * @param dailies the tables of which it is said when an earlier day is told anew
 */
public record Pipeline(
    List<Table> delivered, List<Model> models, List<Balance> balances, List<Daily> dailies) {

  public Pipeline(List<Table> delivered, List<Model> models, List<Balance> balances) {
    this(delivered, models, balances, List.of());
  }

  /** Every table, the delivered ones first. */
  public List<Table> tables() {
    return Stream.concat(delivered.stream(), models.stream().map(Model::table)).toList();
  }

  public Optional<Table> table(String name) {
    return tables().stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /**
   * The models, each behind all those it reads from.
   *
   * @throws PipelineMistake if a table has two writers, an input has none, or models form a cycle
   */
  public List<Model> inOrder() {
    var waiting = new LinkedHashMap<String, Model>();
    for (Model model : models) {
      if (waiting.put(model.table().name(), model) != null) {
        throw PipelineMistake.twoWriters(model.table());
      }
    }
    Set<String> made =
        delivered.stream().map(Table::name).collect(Collectors.toCollection(HashSet::new));
    for (Model model : models) {
      for (Table input : model.inputs()) {
        if (!made.contains(input.name()) && !waiting.containsKey(input.name())) {
          throw PipelineMistake.nobodyMakes(input, model.table());
        }
      }
    }
    var ordered = new ArrayList<Model>();
    while (!waiting.isEmpty()) {
      Model next = firstReady(waiting, made);
      waiting.remove(next.table().name());
      made.add(next.table().name());
      ordered.add(next);
    }
    return ordered;
  }

  private static Model firstReady(Map<String, Model> waiting, Set<String> made) {
    return waiting.values().stream()
        .filter(model -> model.inputs().stream().allMatch(table -> made.contains(table.name())))
        .findFirst()
        .orElseThrow(() -> PipelineMistake.cycle(waiting.keySet()));
  }
}
