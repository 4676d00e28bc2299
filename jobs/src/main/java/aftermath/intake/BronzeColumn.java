package aftermath.intake;

import java.util.List;
import java.util.Set;

/**
 * A column of a bronze table that holds a delivered column as delivered.
 *
 * @param name lower case with underscores
 * @param spellings the names of the delivered column, in the order of the incident file
 * @param attributes what the column feeds; empty when it is only a key or a version
 * @param uses whether it identifies or orders rows
 * @param sources names of the sources that declare it
 */
public record BronzeColumn(
    String name,
    List<String> spellings,
    List<String> attributes,
    Set<Use> uses,
    List<String> sources) {

  /** What a delivered column is for, besides feeding attributes. */
  public enum Use {
    KEY,
    VERSION
  }

  public boolean feeds(String attribute) {
    return attributes.contains(attribute);
  }
}
