package aftermath.present;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;

import aftermath.exposure.ExposureCube;
import aftermath.identity.DecisionsHonoured;
import aftermath.identity.LinkDecisions;
import aftermath.incident.HealthLines;
import aftermath.incident.HealthLines.Line;
import aftermath.incident.Incident;
import aftermath.intake.BronzeTables;
import aftermath.lakehouse.Lakehouse;
import aftermath.notice.DeliveryHealth;
import aftermath.notice.NamedDomains;
import aftermath.notice.Notices;
import aftermath.ops.Ops;
import aftermath.quality.UnexpectedData;
import aftermath.quality.UnreadValues;
import aftermath.response.Responses;
import aftermath.standard.SupersededRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What somebody has to look at before the figures go out, and how. */
final class Doubts {
  /** Of the values of one attribute: below it, they are slips of a pen. */
  private static final double UNREAD_IS_ODD = .01;

  private final Incident incident;
  private final Lakehouse lakehouse;
  private final String arguments;

  /**
   * @param arguments of a command that looks into the same tables
   */
  Doubts(Incident incident, Lakehouse lakehouse, String arguments) {
    this.incident = incident;
    this.lakehouse = lakehouse;
    this.arguments = arguments;
  }

  String text() {
    String found =
        leftOut()
            + undecided()
            + unheard()
            + empty()
            + unread()
            + unknownEvents()
            + unhealthy()
            + unknownResponses()
            + unexpected();
    return found.isEmpty() ? "" : "%nLook at this%n%s".formatted(found);
  }

  private String leftOut() {
    Dataset<Row> files = lakehouse.read(Ops.DELIVERIES);
    Dataset<Row> whole =
        files
            .where("state != 'set_aside' AND NOT coalesce(is_cut_off, false)")
            .select("file")
            .distinct();
    // A file that came again, in order, is made good.
    Dataset<Row> bad = files.join(whole, new String[] {"file"}, "left_anti");
    long unusable = bad.where("state = 'set_aside'").select("file").distinct().count();
    long cutOff = bad.where("is_cut_off").select("file").distinct().count();
    var text = new StringBuilder();
    if (unusable > 0) {
      text.append(
          line(
              unusable,
              unusable == 1
                  ? "file could not be used; its rows are in no count"
                  : "files could not be used; their rows are in no count"));
    }
    if (cutOff > 0) {
      text.append(
          line(
              cutOff,
              cutOff == 1
                  ? "file is cut off; what it lost is in no count"
                  : "files are cut off; what they lost is in no count"));
    }
    if (unusable + cutOff > 0) {
      text.append(command("ops.deliveries", "state = 'set_aside' OR is_cut_off"));
    }
    long rejected = lakehouse.read(BronzeTables.REJECTED).count();
    if (rejected > 0) {
      text.append(
          line(
              rejected,
              rejected == 1
                  ? "row could not be used, with its reason"
                  : "rows could not be used, each with its reason"));
      text.append(command("bronze.rejected_rows", "", "--personal"));
    }
    return text.toString();
  }

  private String undecided() {
    String condition = "reason = 'undecided'";
    long rows = lakehouse.read(SupersededRows.TABLE).where(condition).count();
    return rows == 0
        ? ""
        : line(
                rows,
                rows == 1
                    ? "row has the key of another one and other values; no version says which is newer, and only one counts"
                    : "rows have the key of another one and other values; no version says which is newer, and only one of each counts")
            + command("silver.superseded_rows", condition);
  }

  /**
   * What clerks decided and what came of it to nothing: a record that is not there, for example.
   */
  private String unheard() {
    if (!LinkDecisions.areIn(incident)) {
      return "";
    }
    String condition = "outcome NOT IN ('honoured', 'taken back')";
    long pairs =
        lakehouse
            .read(DecisionsHonoured.TABLE)
            .where(condition)
            .selectExpr("coalesce(sum(pairs), 0L)")
            .head()
            .getLong(0);
    return pairs == 0
        ? ""
        : line(
                pairs,
                pairs == 1
                    ? "decision of a clerk came to nothing; pair by pair in silver.link_decisions"
                    : "decisions of clerks came to nothing; pair by pair in silver.link_decisions")
            + command("gold.decisions_honoured", condition);
  }

  /** A key and nothing else is a record of somebody, of whom nothing is known to be exposed. */
  private String empty() {
    long people =
        lakehouse
            .read(ExposureCube.table(incident))
            .where("exposed_mask = 0")
            .selectExpr("coalesce(sum(people), 0L)")
            .head()
            .getLong(0);
    return people == 0
        ? ""
        : line(
                people,
                people == 1
                    ? "of the people counted has records that show none of the fields"
                    : "of the people counted have records that show none of the fields")
            + command("gold.exposure_cube", "exposed_mask = 0");
  }

  private String unknownEvents() {
    long messages = lakehouse.read(Notices.TABLE).where("unknown_at IS NOT NULL").count();
    return messages == 0
        ? ""
        : line(
                messages,
                messages == 1
                    ? "message has an event whose word the incident file does not know; it moves nothing"
                    : "messages have events whose word the incident file does not know; they move nothing")
            + command("bronze.notice_events", "event = 'unknown'", "--personal");
  }

  /** Senders of whom the provider may soon take no more mail. */
  private String unhealthy() {
    String isMinded = "IN ('review', 'pause')";
    List<Row> senders =
        lakehouse
            .read(DeliveryHealth.TABLE)
            .where(col("recipient_domain").equalTo(NamedDomains.ALL))
            .where("bounce_standing %1$s OR complaint_standing %1$s".formatted(isMinded))
            .orderBy("channel", "provider")
            .collectAsList();
    HealthLines lines = incident.notices().health();
    var text = new StringBuilder();
    for (Row sender : senders) {
      text.append(minded(sender, "hard_bounced", "bounce", "came back for good", lines.bounce()));
      text.append(
          minded(sender, "complained", "complaint", "were complained about", lines.complaint()));
    }
    return senders.isEmpty()
        ? ""
        : text
            + command(
                "gold.delivery_health",
                "bounce_standing %1$s OR complaint_standing %1$s".formatted(isMinded));
  }

  private static String minded(Row sender, String count, String rate, String what, Line line) {
    boolean isPause = "pause".equals(sender.getAs(rate + "_standing"));
    boolean isReview = "review".equals(sender.getAs(rate + "_standing"));
    return !isPause && !isReview
        ? ""
        : line(
            sender.<Long>getAs(count),
            "messages of %s (%s) %s, %.2f %%: from %s %% on a provider %s"
                .formatted(
                    sender.getAs("provider"),
                    sender.getAs("channel"),
                    what,
                    100 * sender.<Double>getAs(rate + "_rate"),
                    percent(isPause ? line.pause() : line.review()),
                    isPause ? "may stop sending" : "looks into it"));
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private String unknownResponses() {
    String condition = "kind = 'unknown'";
    long responses = lakehouse.read(Responses.TABLE).where(condition).count();
    return responses == 0
        ? ""
        : line(
                responses,
                responses == 1
                    ? "response is told in a word that the incident file does not know; it is no contact, enrolment or reset"
                    : "responses are told in words that the incident file does not know; they are no contacts, enrolments or resets")
            + command("bronze.response_events", Responses.unknownWords(incident), "--personal");
  }

  private String unread() {
    List<Row> unread =
        lakehouse
            .read(UnreadValues.TABLE)
            .where("records_unread > 0")
            .orderBy(desc("records_unread"))
            .collectAsList();
    List<Row> odd = unread.stream().filter(row -> row.getDouble(4) >= UNREAD_IS_ODD).toList();
    long slips =
        unread.stream().filter(row -> !odd.contains(row)).mapToLong(row -> row.getLong(3)).sum();
    var text = new StringBuilder();
    for (Row row : odd) {
      text.append(
          line(
              row.getLong(3),
              "values of %s, %.1f %% of them, could not be read and count as not exposed"
                  .formatted(row.getString(0), 100 * row.getDouble(4))));
    }
    if (slips > 0) {
      text.append(
          line(
              slips,
              "values of %s could not be read and count as not exposed, less than %.0f %% of each"
                  .formatted(
                      unread.stream()
                          .filter(row -> !odd.contains(row))
                          .map(row -> row.getString(0))
                          .collect(Collectors.joining(", ")),
                      100 * UNREAD_IS_ODD)));
    }
    if (!unread.isEmpty()) {
      text.append(command("gold.unread_values", "records_unread > 0"));
    }
    return text.toString();
  }

  private String unexpected() {
    Row denied =
        lakehouse
            .read(UnexpectedData.TABLE)
            .where("is_denied")
            .selectExpr("coalesce(sum(hits), 0)", "count_if(hits > 0)")
            .head();
    return denied.getLong(0) == 0
        ? ""
        : line(
                denied.getLong(0),
                "values in %d columns look like data that is said not to have been there"
                    .formatted(denied.getLong(1)))
            + command("gold.unexpected_data", "is_denied AND hits > 0");
  }

  private String command(String table, String condition, String... options) {
    String where = condition.isEmpty() ? "" : " --where \"%s\"".formatted(condition);
    String more = options.length == 0 ? "" : " " + String.join(" ", options);
    return "                ./aftermath show %s %s%s%s%n".formatted(table, arguments, where, more);
  }

  private static String line(long amount, String what) {
    return "  %,12d  %s%n".formatted(amount, what);
  }
}
