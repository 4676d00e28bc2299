package aftermath.incident;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that is wrong in an incident file, and what would be right.
 *
 * @param path where, for example {@code sources.impacted_records[0].columns.emial}; empty for the
 *     file as a whole
 * @param line counted from 1; 0 for the file as a whole
 * @param column counted from 1; 0 for the file as a whole
 * @param found what is there; of the file's content no more than the value to blame, shortened
 * @param expected what should be there
 * @param hint one more sentence that helps, or empty
 */
public record Mistake(
    String path, int line, int column, String found, String expected, String hint) {

  private static final int LONGEST_QUOTE = 60;

  /** For example {@code line 3, column 7: time_zone: found …, expected …. Did you mean …?}. */
  public String sentence() {
    return (line == 0 ? "" : "line " + line + ", column " + column + ": ")
        + (path.isEmpty() ? "" : path + ": ")
        + "found "
        + found
        + ", expected "
        + expected
        + "."
        + (hint.isEmpty() ? "" : " " + hint);
  }

  // The file as a whole.

  static Mistake noFile() {
    return whole("no such file", "an incident file", "Check the path; relative ones start here.");
  }

  static Mistake folder() {
    return whole("a folder", "an incident file", "Name one of the .yaml files in it.");
  }

  static Mistake notAFile() {
    return whole("something that is no ordinary file", "an incident file", "Copy it to a file.");
  }

  static Mistake unreadable() {
    return whole("a file that may not be read", "one that may", "Check its permissions.");
  }

  static Mistake tooLarge(int megabytes) {
    return whole(
        "more than " + megabytes + " MB",
        "an incident file of a few kilobytes",
        "This looks like data: name the file that describes the incident instead.");
  }

  static Mistake empty() {
    return whole("an empty file", "an incident file", "Start from a copy of one under conf/.");
  }

  static Mistake notUtf8(int line, int column) {
    return new Mistake(
        "", line, column, "bytes that are not UTF-8", "text in UTF-8", "Save the file as UTF-8.");
  }

  static Mistake syntax(int line, int column, String problem) {
    return new Mistake(
        "",
        line,
        column,
        "a mistake in the YAML itself (" + shortened(problem, 160) + ")",
        "valid YAML",
        "");
  }

  static Mistake controlCharacter(int line, int column, int codePoint) {
    return new Mistake(
        "",
        line,
        column,
        String.format("the invisible character U+%04X", codePoint),
        "text",
        "Delete it.");
  }

  // Keys.

  static Mistake missingKey(Place section, String key) {
    return at(section.key(key), "nothing", "this key, which is required");
  }

  static Mistake unknownKey(Place place, String key, Collection<String> known) {
    return at(place, "an unknown key", oneOf(new TreeSet<>(known)), didYouMean(known, key));
  }

  static Mistake repeatedKey(Place place, Place first) {
    return at(
        place, "this key a second time", "it once only; the first is on line " + first.line());
  }

  static Mistake keyIsNoWord(Place place) {
    return at(place, "a key that is a list or a mapping", "a word as the key");
  }

  static Mistake keyDoesNotApply(Place place, String where, String reason) {
    return at(place, "a key that does not apply to " + where, "it to be left out", reason);
  }

  // Shapes.

  static Mistake shape(Place place, String found, String expected) {
    return at(place, found, expected);
  }

  static Mistake emptyList(Place place) {
    return at(place, "an empty list", "at least one entry", "Leave the key out if there is none.");
  }

  static Mistake emptyMapping(Place place) {
    return at(place, "an empty mapping", "at least one entry");
  }

  static Mistake blank(Place place) {
    return at(place, "a blank text", "text");
  }

  static Mistake tooManyFields(Place place, int count, int most) {
    return at(
        place,
        count + " fields",
        "at most " + most,
        "Each field is a bit of a 64-bit mask; put several attributes into one field.");
  }

  // Words and names.

  static Mistake unknownWord(Place place, String word, Collection<String> known) {
    return at(place, quoted(word), oneOf(known), didYouMean(known, word));
  }

  static Mistake unknownReference(
      Place place, String word, String kind, String where, Collection<String> known) {
    String expected = known.isEmpty() ? "one of " + where + ", which has none" : oneOf(known);
    return at(place, quoted(word) + ", which is no " + kind, expected, didYouMean(known, word));
  }

  static Mistake momentNotGiven(Place place, String moment, Collection<String> given) {
    return at(
        place,
        quoted(moment) + ", a moment that the timeline does not give",
        oneOf(given),
        "Add it to timeline if it is known.");
  }

  static Mistake repeatedName(Place place, String name, Place first) {
    return at(
        place,
        quoted(name) + " a second time",
        "a name of its own; the first is on line " + first.line());
  }

  static Mistake repeatedEntry(Place place, String entry) {
    return at(place, quoted(entry) + " a second time", "each entry once only");
  }

  static Mistake notSnakeCase(Place place, String name) {
    return at(
        place,
        quoted(name),
        "lower-case letters, digits and underscores, starting with a letter, such as birth_date",
        "It becomes the name of a column.");
  }

  static Mistake notDashed(Place place, String name) {
    return at(place, quoted(name), "lower-case letters, digits and dashes, such as airline-2025");
  }

  static Mistake notAPlainName(Place place, String name) {
    return at(
        place,
        quoted(name),
        "lower-case letters, digits, dashes and underscores, such as call-notes");
  }

  static Mistake reservedWord(Place place, String name) {
    return at(place, quoted(name) + ", a reserved word of Spark SQL", "another name");
  }

  static Mistake takenName(Place place, String name) {
    return at(place, quoted(name) + ", a column that tables have already", "another name");
  }

  // Values.

  static Mistake noWholeNumber(Place place, String found, int least, int most) {
    return at(
        place,
        found,
        most == Integer.MAX_VALUE
            ? "a whole number, at least " + least
            : "a whole number from " + least + " to " + most);
  }

  static Mistake notOneOfTheScores(Place place, String found, Collection<String> allowed) {
    return at(place, found, oneOf(allowed), "These are the scores that ENISA's method knows.");
  }

  static Mistake noPair(Place place, int count) {
    return at(place, "a list of " + count, "two attributes: each may stand in the other's column");
  }

  static Mistake notShown(Place place, String attribute) {
    return at(
        place,
        quoted(attribute) + ", which no stolen record shows",
        "an attribute in the columns of sources.impacted_records",
        "Take it out here, or say in which column it comes.");
  }

  static Mistake notCompared(Place place, String attribute) {
    return at(
        place,
        quoted(attribute) + ", which is not compared",
        "one of linking.matching.compare",
        "Add it there, or leave compare out to compare everything.");
  }

  static Mistake noShare(Place place, String found) {
    return at(place, found, "a number above 0 and below 1");
  }

  static Mistake noTruth(Place place, String found) {
    return at(place, found, "true or false");
  }

  static Mistake noZone(Place place, String text) {
    Set<String> zones = ZoneId.getAvailableZoneIds();
    return at(place, quoted(text), "a time zone such as Australia/Sydney", didYouMean(zones, text));
  }

  static Mistake noCountry(Place place, String text, Collection<String> countries) {
    String hint = text.equals("UK") ? "Did you mean 'GB'?" : didYouMeanLetters(countries, text);
    return at(place, quoted(text), "a country's two letters of ISO 3166 such as AU", hint);
  }

  static Mistake noMoment(Place place, String text) {
    return at(place, quoted(text), "a moment such as 2025-06-30T14:00+10:00");
  }

  static Mistake noSuchLocalTime(Place place, String text, ZoneId zone) {
    return at(
        place,
        quoted(text) + ", which the clocks in " + zone + " skipped",
        "a moment with an offset such as 2025-06-30T14:00+10:00");
  }

  static Mistake ambiguousLocalTime(Place place, String text, ZoneId zone) {
    return at(
        place,
        quoted(text) + ", which the clocks in " + zone + " showed twice",
        "a moment with an offset such as 2025-06-30T14:00+10:00");
  }

  static Mistake beforeItBegan(Place place) {
    return at(place, "a moment before occurred_from", "one that is not");
  }

  static Mistake noDay(Place place, String text) {
    return at(place, quoted(text), "a day such as 1901-01-31");
  }

  static Mistake daysInWrongOrder(Place place, Object notBefore, Object notAfter) {
    return at(place, notBefore + ", which is after not_after, " + notAfter, "an earlier day");
  }

  static Mistake linesInWrongOrder(Place place, double review, double pause) {
    return at(
        place,
        "a line for review of " + plain(review) + " and one for pause of " + plain(pause),
        "the line for review to be at most that for pause",
        "A line that is left out is the usual one.");
  }

  static Mistake noDuration(Place place, String text) {
    return at(place, quoted(text), "a positive ISO 8601 duration such as PT72H or P30D");
  }

  static Mistake noCharset(Place place, String text, Collection<String> known) {
    return at(
        place,
        quoted(text),
        "a character encoding such as UTF-8 or windows-1252",
        didYouMean(known, text));
  }

  static Mistake noRegularExpression(Place place, String text, String problem) {
    return at(
        place, quoted(text), "a regular expression (" + shortened(problem, LONGEST_QUOTE) + ")");
  }

  static Mistake noDatePattern(Place place, String text) {
    return at(
        place,
        quoted(text),
        "a date's pattern such as dd/MM/yyyy, with day, month and year",
        "In java.time's letters MM is the month, mm the minute; yyyy the year, YYYY that of weeks.");
  }

  static Mistake noSingleCharacter(Place place, String text) {
    return at(place, quoted(text), "a single character");
  }

  static Mistake quoteIsDelimiter(Place place, char both) {
    return at(place, quoted(String.valueOf(both)), "another character than the delimiter");
  }

  static Mistake noPosition(Place place, String text) {
    return at(
        place,
        quoted(text),
        "a column's position such as 1",
        "The files have no header: csv.header is false.");
  }

  static Mistake noJsonPath(Place place, String text) {
    return at(place, quoted(text), "a path such as contact.email");
  }

  // What must fit together.

  static Mistake formatDoesNotFitRole(Place place, String format, String role) {
    return at(
        place, quoted(format) + " under " + role, "it under notice_events only, or another format");
  }

  static Mistake inFile(Place place, String file, Mistake mistake) {
    String where = mistake.line == 0 ? "" : ", line " + mistake.line;
    String what = mistake.path.isEmpty() ? "" : mistake.path + ": ";
    return new Mistake(
        place.path(),
        place.line(),
        place.column(),
        quoted(file) + where + ": " + what + mistake.found,
        mistake.expected,
        mistake.hint);
  }

  static Mistake noWeightsFile(Place place, String file) {
    return at(
        place,
        quoted(file) + ", which is no file",
        "one that aftermath save-weights wrote",
        "Relative ones start at this file's folder.");
  }

  static Mistake notWeighed(Place place, String attribute) {
    return at(
        place,
        quoted(attribute) + ", which has no saved weight",
        "an attribute that weights has",
        "Save them again with aftermath save-weights, or take it out here.");
  }

  static Mistake comparedWithoutWeights(Place place, String attribute) {
    return at(
        place,
        "no weights for " + quoted(attribute) + ", which is compared",
        "a file that has some",
        "Save them again with aftermath save-weights, or list what is compared under compare.");
  }

  static Mistake noWeights() {
    return whole(
        "an empty file",
        "one that aftermath save-weights wrote",
        "Save them again, or leave weights out to learn them from the data.");
  }

  static Mistake sharesOfTooFewOrMany(Place place, String share, double sum) {
    return at(
        place,
        String.format(Locale.ROOT, "%s that add up to %.3f over its degrees", share, sum),
        "them to add up to 1",
        "A degree is missing or mistyped; save the weights again with aftermath save-weights.");
  }

  static Mistake nothingWeighed(Place place) {
    return at(
        place,
        "weights of attributes that no stolen record shows",
        "weights of some that are in the columns of sources.impacted_records");
  }

  static Mistake noPortion(Place place, String found) {
    return at(place, quoted(found), "a number above 0 and at most 1");
  }

  static Mistake formatNotOfFixedRows(Place place, String format, String role) {
    return at(place, quoted(format) + " under " + role, "one of csv, ndjson, json_array");
  }

  static Mistake wordOfTwoMeanings(Place place, String word) {
    return at(
        place,
        quoted(word) + " with another meaning than before",
        "one meaning of a word",
        "Words that differ in case only are one word.");
  }

  static Mistake decisionsWithoutMatching(Place place) {
    return at(
        place,
        "link_decisions without matching",
        "matching (matching: {} takes all defaults), which the decisions correct");
  }

  static Mistake versionWithoutKey(Place place) {
    return at(place, "a version without a key", "the key whose rows it orders");
  }

  static Mistake personWithoutAttribute(Place place) {
    return at(
        place.key("person_attribute"),
        "nothing",
        "the attribute that the person's identifier in the events is");
  }

  static Mistake attributeWithoutPerson(Place place, String where) {
    return at(place, "an attribute for an identifier that is nowhere", "it with " + where);
  }

  static Mistake vocabularyNotSpoken(Place place, String vocabulary, Collection<String> spoken) {
    return unknownReference(
        place, vocabulary, "vocabulary of any field", "the kinds of the fields", spoken);
  }

  static Mistake unknownVocabulary(Place place, Collection<String> known) {
    String written = place.path().substring(place.path().lastIndexOf('.') + 1);
    return at(place, "an unknown vocabulary", oneOf(known), didYouMean(known, written));
  }

  static Mistake kindIsMissing(Place kinds, String vocabulary, String recipient) {
    return at(
        kinds.key(vocabulary),
        "nothing",
        "what this vocabulary calls the field, for the recipient " + quoted(recipient));
  }

  // What may be published.

  static Mistake unsafeFrequency(Place place, int frequency) {
    return at(
        place,
        String.valueOf(frequency),
        "at least " + DisclosurePolicy.LEAST_FREQUENCY,
        frequency == 1
            ? "With 1 every single person is shown; nothing would be protected."
            : "With 2 one of two people in a cell reads off what is said of the other.");
  }

  static Mistake noRoundingBase(Place place, int base) {
    return at(place, String.valueOf(base), "3, 5 or 10");
  }

  static Mistake tableLeftOut(Place place, String name) {
    return at(
        place,
        "false: " + quoted(name) + " would be left out of the linked system",
        "true, or this key left out",
        "Its totals are totals of other tables: what is suppressed there could be worked out by"
            + " subtracting here. All tables that leave the house are protected together.");
  }

  static Mistake tooManyDimensions(Place place, int count, int most) {
    return at(
        place,
        count + " dimensions",
        "at most " + most,
        "So fine a table has next to no cells that may be shown.");
  }

  static Mistake noCube(Place place, ReleaseTable table) {
    return at(
        place,
        "a table of "
            + String.join(
                " and ", table.measures().stream().map(ReleaseTable.Measure::word).toList())
            + " by "
            + String.join(", ", table.by()),
        "people or records by segments, field, combination; people by segments, must_be_told,"
            + " addressee, reach, reason, next_step; or notices by segments, wave, channel, provider,"
            + " state, day");
  }

  // How sentences are made.

  /** A value of the file as a mistake may show it: on one line, and short. */
  static String quoted(String text) {
    return "'" + shortened(text, LONGEST_QUOTE) + "'";
  }

  /** On one line, and no longer than this. */
  static String shortened(String text, int most) {
    String line = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ");
    int length = line.codePointCount(0, line.length());
    return length <= most ? line : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).toPlainString();
  }

  private static String oneOf(Collection<String> known) {
    return known.size() == 1 ? known.iterator().next() : "one of " + String.join(", ", known);
  }

  private static String didYouMean(Collection<String> known, String written) {
    return Suggestion.among(known, written).map(word -> "Did you mean '" + word + "'?").orElse("");
  }

  /** Of two-letter codes only the same letters in the wrong case are worth a suggestion. */
  private static String didYouMeanLetters(Collection<String> known, String written) {
    return known.stream()
        .filter(written.strip()::equalsIgnoreCase)
        .findFirst()
        .map(word -> "Did you mean '" + word + "'?")
        .orElse("");
  }

  private static Mistake whole(String found, String expected, String remedy) {
    return new Mistake("", 0, 0, found, expected, remedy);
  }

  private static Mistake at(Place place, String found, String expected) {
    return at(place, found, expected, "");
  }

  private static Mistake at(Place place, String found, String expected, String hint) {
    return new Mistake(place.path(), place.line(), place.column(), found, expected, hint);
  }
}
