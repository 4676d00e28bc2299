package aftermath.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** All that was found, in the order in which it was looked at. */
public record Findings(List<Finding> all) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public boolean isReady() {
    return count(Standing.MISSING) == 0;
  }

  /** A line for each finding, and a summary. */
  public String text() {
    var text = new StringBuilder();
    for (Finding finding : all) {
      text.append(
          "%-8s %-28s %s%n"
              .formatted(finding.standing().word(), finding.subject(), finding.sentence()));
    }
    return text.append("%n%s%n".formatted(summary())).toString();
  }

  /** The same for programs: {@code ready}, {@code summary} and a list of {@code findings}. */
  public String json() {
    ObjectNode report = JSON.createObjectNode();
    report.put("ready", isReady());
    report.put("summary", summary());
    var list = report.putArray("findings");
    for (Finding finding : all) {
      list.addObject()
          .put("standing", finding.standing().word())
          .put("subject", finding.subject())
          .put("sentence", finding.sentence());
    }
    try {
      return JSON.writeValueAsString(report) + System.lineSeparator();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String summary() {
    long missing = count(Standing.MISSING);
    long warnings = count(Standing.WARNING);
    String looked = "%d things looked at".formatted(all.size());
    String warned = warnings == 1 ? "1 warning" : "%d warnings".formatted(warnings);
    return missing == 0
        ? "Ready to run: %s, nothing is missing, %s.".formatted(looked, warned)
        : "Not ready: %s, %d missing, %s.".formatted(looked, missing, warned);
  }

  private long count(Standing standing) {
    return all.stream().filter(finding -> finding.standing() == standing).count();
  }
}
