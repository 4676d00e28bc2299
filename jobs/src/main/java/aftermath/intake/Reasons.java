package aftermath.intake;

/**
 * Why a row is set aside. A reason names lines, columns and counts, never a delivered value: the
 * value is in the row's text, which stays beside the reason in {@code bronze.rejected_rows}.
 */
final class Reasons {

  private Reasons() {}

  static String wrongColumns(int found, int expected) {
    return "row has %s where the header has %d".formatted(columns(found), expected);
  }

  static String wrongColumnsOverLines(int found, int expected, int lines) {
    return "a quoted value spans lines and the %d lines together have %s where the header has %d:"
            .formatted(lines, columns(found), expected)
        + " a quote is probably stray, so only this line is set aside";
  }

  static String quoteNeverCloses() {
    return "a quote opens a value and never closes; only this line is set aside";
  }

  static String somethingBehindAQuote() {
    return "something stands between a closing quote and the next delimiter;"
        + " quotes inside a quoted value must be doubled";
  }

  static String tooLong() {
    return "row is longer than %,d bytes, or a quote that opens in it never closes"
        .formatted(Records.LONGEST);
  }

  static String valueTooLong(String column) {
    return "value of %s is longer than %,d bytes".formatted(column, Records.LONGEST);
  }

  static String withTextCut(String why) {
    return why + " (text cut to %,d characters)".formatted(Records.TEXT_KEPT);
  }

  static String damagedFromHere() {
    return "the file is damaged or cut off from here on, and everything behind is missing;"
        + " ask for it to be delivered again";
  }

  static String damagedJson(long jsonLine, long jsonColumn) {
    return "the JSON is damaged or cut off at line %d, column %d, and nothing behind can be read"
        .formatted(jsonLine, jsonColumn);
  }

  static String nulByte(String column) {
    return "value of %s holds a NUL byte".formatted(column);
  }

  static String notDecodable(String column, String encoding) {
    return "value of %s is not valid %s; set the source's encoding, as in csv: { encoding: windows-1252 }, or its fallback_encoding"
        .formatted(column, encoding);
  }

  static String brokenHeader(String why) {
    return "the header cannot be read, so that nothing behind it can: " + why;
  }

  static String repeatedHeader() {
    return "the header is repeated inside the file";
  }

  static String notJson(long jsonColumn) {
    return "not valid JSON at column %d".formatted(jsonColumn);
  }

  static String notAnObject() {
    return "not a JSON object";
  }

  static String severalValues() {
    return "more than one JSON value on the line";
  }

  static String neitherJsonNorForm() {
    return "line is neither JSON nor a posted form";
  }

  static String noMessage() {
    return "tells of no message";
  }

  static String noEventType() {
    return "event names neither eventType nor notificationType";
  }

  static String noMessageId() {
    return "event has no message id";
  }

  static String noEventWord() {
    return "row does not say what happened: the event is empty";
  }

  static String noTime() {
    return "event has no time";
  }

  static String unreadableTime() {
    return "time of the event is unreadable; ISO 8601, dd/MM/yyyy [HH:mm[:ss]], seconds or milliseconds"
        + " since 1970 and the dates of mails are read";
  }

  static String beforeTheIncident(java.time.LocalDate from) {
    return "event happened before %s, long before the first moment of the timeline".formatted(from);
  }

  static String inTheFuture(int hours) {
    return "event happened more than %d hours after the file was read".formatted(hours);
  }

  static String noValue() {
    return "row has no value in any column";
  }

  static String noTwoRecords() {
    return "decision does not name two records";
  }

  static String oneRecordTwice() {
    return "decision names one record twice";
  }

  static String noDecision() {
    return "decision is none of the words same, different and open";
  }

  static String unreadableDecisionTime() {
    return "time of the decision is unreadable; ISO 8601, dd/MM/yyyy [HH:mm[:ss]], seconds or"
        + " milliseconds since 1970 and the dates of mails are read";
  }

  static String unreadableSeconds() {
    return "time for wrapping up is unreadable; seconds, or hours, minutes and seconds with colons"
        + " between them are read";
  }

  private static String columns(int count) {
    return count == 1 ? "1 column" : count + " columns";
  }
}
