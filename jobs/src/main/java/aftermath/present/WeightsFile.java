package aftermath.present;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** What matching learnt, as a file that an incident can name under linking.matching.weights. */
public final class WeightsFile {
  private WeightsFile() {}

  /**
   * The text of the file.
   *
   * @param incident id of the incident it was learnt from
   * @param weights rows of silver.match_weights
   */
  public static String text(String incident, List<Row> weights) {
    var text = new StringBuilder();
    text.append(
        """
        # What degrees of agreement are worth, as learnt from %s. Shares of the pairs that agree so:
        # m of one person, u of strangers, h of two people of one household.
        """
            .formatted(incident));
    List<Row> inOrder =
        weights.stream()
            .filter(row -> row.<Integer>getAs("comparison") >= 0)
            .sorted(
                Comparator.<Row>comparingInt(row -> row.getAs("comparison"))
                    .thenComparingInt(row -> row.getAs("number")))
            .toList();
    String before = "";
    for (Row row : inOrder) {
      String attribute = row.getAs("attribute");
      if (!attribute.equals(before)) {
        text.append(attribute).append(":\n");
        before = attribute;
      }
      text.append(
          "  %s: { m: %s, u: %s"
              .formatted(row.getAs("agreement"), plain(row, "m"), plain(row, "u")));
      if (row.getAs("h") != null) {
        text.append(", h: ").append(plain(row, "h"));
      }
      text.append(" }\n");
    }
    return text.toString();
  }

  private static String plain(Row row, String share) {
    return BigDecimal.valueOf(row.<Double>getAs(share)).toPlainString();
  }
}
