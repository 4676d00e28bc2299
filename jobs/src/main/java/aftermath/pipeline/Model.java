package aftermath.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table and the pure function that makes it. The function's parameters are the tables it reads,
 * so a hidden read cannot be written.
 *
 * @param settings what else the rows depend on, as text: a change of it makes the table stale
 * @param following how the table follows changes of one input, if it can
 */
public record Model(
    Table table,
    List<Table> inputs,
    Transformation transformation,
    String settings,
    Optional<Following> following) {

  public static Unfinished model(Table table) {
    return new Unfinished(table, List.of());
  }

  /** The same model, made stale by a change of these settings. */
  public Model dependingOn(Object... values) {
    return new Model(table, inputs, transformation, Arrays.toString(values), following);
  }

  /** The same model; where this input alone has changed, the step gives the rows that change. */
  public Model changedWith(Table input, Following.Step step) {
    if (table.changedBy().isEmpty()) {
      throw new IllegalStateException(table.name() + " does not say by what its rows are changed.");
    }
    return following(new Following(input, Set.of(), Following.Outcome.CHANGES, step));
  }

  /** The same model; where this input alone has changed, the step gives all rows, at less cost. */
  public Model recountedWith(Table input, Following.Step step) {
    return following(new Following(input, Set.of(), Following.Outcome.ALL_ROWS, step));
  }

  /** The same model; changes of these inputs are no hindrance to following the other one. */
  public Model alsoLookingAt(Table... tables) {
    return following(following.orElseThrow().alsoLookingAt(tables));
  }

  private Model following(Following follows) {
    return new Model(table, inputs, transformation, settings, Optional.of(follows));
  }

  /** A model that still lacks its inputs or its function. */
  public record Unfinished(Table table, List<Table> inputs) {

    public Unfinished from(Table... tables) {
      return new Unfinished(table, List.of(tables));
    }

    public Model asMadeBy(Derivations.OfNothing made) {
      return finished(0, (spark, in) -> made.apply(spark));
    }

    public Model as(Derivations.OfOne made) {
      return finished(1, (spark, in) -> made.apply(in.get(0)));
    }

    public Model as(Derivations.OfTwo made) {
      return finished(2, (spark, in) -> made.apply(in.get(0), in.get(1)));
    }

    public Model as(Derivations.OfThree made) {
      return finished(3, (spark, in) -> made.apply(in.get(0), in.get(1), in.get(2)));
    }

    public Model as(Derivations.OfFour made) {
      return finished(4, (spark, in) -> made.apply(in.get(0), in.get(1), in.get(2), in.get(3)));
    }

    public Model as(Derivations.OfFive made) {
      return finished(
          5, (spark, in) -> made.apply(in.get(0), in.get(1), in.get(2), in.get(3), in.get(4)));
    }

    public Model as(Derivations.OfSix made) {
      return finished(
          6,
          (spark, in) ->
              made.apply(in.get(0), in.get(1), in.get(2), in.get(3), in.get(4), in.get(5)));
    }

    /** The inputs are visible to the query under their short names. */
    public Model as(Query query) {
      return finished(inputs.size(), query.over(inputs)).dependingOn(query);
    }

    private Model finished(int parameters, Transformation transformation) {
      if (parameters != inputs.size()) {
        throw new IllegalStateException(
            "%s declares %d inputs, and its derivation takes %d."
                .formatted(table.name(), inputs.size(), parameters));
      }
      return new Model(table, inputs, transformation, "", Optional.empty());
    }
  }
}
