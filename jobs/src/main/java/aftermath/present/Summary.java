package aftermath.present;

import aftermath.exposure.AffectedCounts;
import aftermath.exposure.ExposureByField;
import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.notice.DeliveryRates;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The answers of a run in words: who was hit, what was exposed, who has been told. */
public final class Summary {
  private final Incident incident;
  private final Lakehouse lakehouse;
  private final String arguments;

  /**
   * @param arguments of a command that is to look into the same tables: the incident file, and the
   *     warehouse if it is not the usual one
   */
  public Summary(Incident incident, Lakehouse lakehouse, String arguments) {
    this.incident = incident;
    this.lakehouse = lakehouse;
    this.arguments = arguments;
  }

  public String text() {
    var text = new StringBuilder();
    text.append("\n%s (%s)%n".formatted(incident.title(), incident.id()));
    appendCounts(text);
    appendFields(text);
    appendReach(text);
    text.append(new Doubts(incident, lakehouse, arguments).text());
    return text.toString();
  }

  private void appendCounts(StringBuilder text) {
    Map<String, Row> counts =
        lakehouse.read(AffectedCounts.TABLE).collectAsList().stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row));
    Row people = counts.get("people");
    text.append("%nHow many were hit%n".formatted());
    text.append(line("people", people.getLong(1)));
    if (people.getLong(2) != people.getLong(3)) {
      text.append(
          "      between %,d and %,d, depending on whose the doubtful records are%n"
              .formatted(people.getLong(2), people.getLong(3)));
    }
    text.append(line("stolen records", counts.get("records").getLong(1)));
    long emails = counts.get("distinct_emails").getLong(1);
    if (emails > 0) {
      text.append(line("different e-mail addresses", emails));
    }
    text.append(line("people known as customers", counts.get("linked_customers").getLong(1)));
    text.append(line("people known as members", counts.get("linked_members").getLong(1)));
  }

  private void appendFields(StringBuilder text) {
    text.append("%nWhat of theirs was exposed%n".formatted());
    List<Row> fields = lakehouse.read(ExposureByField.TABLE).orderBy("people").collectAsList();
    for (int i = fields.size() - 1; i >= 0; i--) {
      Row field = fields.get(i);
      text.append(
          "  %,12d  %5.1f %%  %s%n"
              .formatted(field.getLong(3), 100 * field.getDouble(5), field.getString(1)));
    }
  }

  private void appendReach(StringBuilder text) {
    if (lakehouse.read(DeliveryRates.TABLE).isEmpty()) {
      return;
    }
    Map<String, Long> figures = Figures.reach(incident, lakehouse);
    text.append("%nWho has been told, of %,d people%n".formatted(figures.get(Figures.TO_TELL)));
    for (String name : List.of(Figures.REACHED, Figures.UNREACHABLE, Figures.PENDING)) {
      text.append(line(name, figures.get(name)));
    }
  }

  private static String line(String what, long amount) {
    return "  %,12d  %s%n".formatted(amount, what);
  }
}
