package aftermath.lakehouse;

import aftermath.pipeline.Table;
import java.util.List;

/** What can go wrong between the pipeline and its tables, as sentences. */
public final class LakehouseMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private LakehouseMistake(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  static LakehouseMistake cannotBeMade(Table table, Exception cause) {
    return new LakehouseMistake(
        ("%s could not be made (%s). Tables before it are done and stay; run again to go on from"
                + " here.")
            .formatted(table.name(), Causes.inOneLine(cause)),
        cause);
  }

  static LakehouseMistake unbalanced(List<String> broken) {
    return new LakehouseMistake(
        "Control totals do not add up; do not use the figures of this run. See ops.control_totals.\n  "
            + String.join("\n  ", broken),
        null);
  }
}
