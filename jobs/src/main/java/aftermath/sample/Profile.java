package aftermath.sample;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a synthetic incident is made of. Everything particular to a breach stands in a file of this
 * shape: which people there are, what of theirs was exposed, and which files show it.
 *
 * @param id names the profile in messages
 * @param today the day ages are counted to
 * @param origins weights of the name lists
 * @param countries weights of the countries of residence
 * @param populations what a person can belong to besides being affected, such as the customers
 * @param fields the exposable fields, in the order of their bits
 * @param exposed groups of affected people; their counts add up to the people affected
 * @param others people the breach did not touch
 * @param values what the columns of the files are filled with
 * @param unexpected how many records hide a value of each kind in a note
 * @param responses what people did after the news; nobody did anything if absent
 * @param truth column of the truth → column of a file that holds a person's key
 */
public record Profile(
    String id,
    LocalDate today,
    Map<String, Double> origins,
    Map<String, Double> countries,
    Households households,
    List<String> populations,
    List<String> fields,
    List<Group> exposed,
    List<Others> others,
    Records records,
    Map<String, ValueSpec> values,
    Map<String, Long> unexpected,
    List<TableFile> files,
    Notices notices,
    Responses responses,
    Map<String, String> truth) {

  /** The word for people who belong to no population. */
  static final String NOBODY = "nobody";

  /** The word between two populations of one person. */
  static final String AND = " and ";

  /** Stands for the impacted records where a file says whose rows it has. */
  static final String RECORDS = "records";

  /**
   * Reads a profile and checks that its parts fit together.
   *
   * @throws SampleProblem if it does not, with all mistakes at once
   */
  public static Profile read(Path yaml) {
    return ProfileReader.read(yaml);
  }

  /**
   * How alike the two people of a household are; the shares of one apply to those who share.
   *
   * @param share of all people who live with another one
   * @param familyName share of these who have one family name
   * @param email share of these who use one e-mail address
   * @param phone share of these who use one telephone
   */
  public record Households(double share, double familyName, double email, double phone) {}

  /**
   * People of whom the same was exposed.
   *
   * @param part the part of the published partition that they count for
   * @param people how many at scale 1
   * @param fields what each of them shows
   * @param some how many show more; within one entry whoever shows a later field shows the earlier
   * @param belongsTo share of them by what they belong to
   */
  public record Group(
      String part,
      long people,
      List<String> fields,
      List<Map<String, Long>> some,
      Map<String, Double> belongsTo) {}

  /** People the breach did not touch, and what they belong to. */
  public record Others(long people, String belongsTo) {}

  /**
   * How records exceed people.
   *
   * @param peopleWith number of records → how many people have so many
   * @param always fields that every record of a person shows
   * @param spread share of people with several records whose fields are spread over them
   * @param subset probability that a later record repeats a field that its person shows
   * @param hard share of the later records that are hard to link on purpose
   * @param otherEvidence fields by which records with different e-mail addresses can still be
   *     linked
   */
  public record Records(
      Map<Integer, Long> peopleWith,
      List<String> always,
      double spread,
      Double subset,
      double hard,
      List<String> otherEvidence) {}

  /** A generator and its settings; which settings apply depends on what it makes. */
  public record ValueSpec(
      String make,
      String pattern,
      Map<String, Double> of,
      Map<String, Double> formats,
      List<String> words,
      long upTo,
      double share,
      double hotels,
      LocalDate from,
      LocalDate to) {}

  /**
   * Part files of one shape.
   *
   * @param rows {@code records}, or the population whose people have a row each
   * @param path relative to the delivery, with {@code %02d} for the part
   * @param showing only rows that show one of these fields; all rows if absent
   * @param format csv, ndjson or parquet; a path that ends in .gz is compressed
   * @param again share of the rows delivered once more in a last part file, later and changed
   * @param looks how often a person looks different here than elsewhere
   * @param badRows rows by kind that are nobody's and that no reader can take
   */
  public record TableFile(
      String name,
      String rows,
      List<String> showing,
      String path,
      int parts,
      String format,
      String delimiter,
      String encoding,
      String key,
      double again,
      Looks looks,
      Map<String, Long> badRows,
      List<ColumnSpec> columns) {}

  /** How often a person looks different in one file than elsewhere. */
  public record Looks(
      double nickname,
      double misspeltName,
      double swappedNames,
      double otherEmail,
      double previousAddress,
      double otherPhone) {}

  /**
   * A delivered column.
   *
   * @param title its spellings, taken in turn by the part files; a path such as {@code a.b} in JSON
   * @param value which value fills it
   * @param field the exposable field it shows; hidden from rows that do not show the field
   * @param only the population whose people alone have a value here
   * @param missing share of the people without a value
   * @param missingWith columns with the same word here are missing together
   */
  public record ColumnSpec(
      List<String> title,
      String value,
      String field,
      String only,
      double missing,
      String missingWith,
      double upperCase,
      double lowerCase,
      double properCase,
      List<String> placeholders,
      double placeholderShare) {}

  /** How the affected people were told. */
  public record Notices(List<String> address, Messages messages, Letters letters) {}

  /** E-mail notices as Amazon SES reports on them. */
  public record Messages(
      String path,
      int parts,
      String waveTag,
      String tag,
      String tagValue,
      String source,
      String subject,
      List<Wave> waves,
      Map<Outcome, Double> outcomes,
      double opened,
      double clicked,
      double complained,
      double duplicated,
      double disordered,
      Map<String, Long> badRows) {}

  /** Messages sent one after another to a share of the people. */
  public record Wave(String name, double share, Instant starts, double hours) {}

  /** Letters to customers whose e-mail address is dead. */
  public record Letters(
      String path,
      int parts,
      String needs,
      String wave,
      LocalDate starts,
      double returned,
      double onlyPrinted,
      Map<String, Double> reasons,
      Map<String, String> columns,
      Map<String, String> words,
      Map<String, Long> badRows) {}

  /**
   * What people did after the news.
   *
   * @param news when people heard of it; the shares add up to 1
   * @param meanDays days from the news to what somebody does, on average; most act sooner
   * @param opens hours from midnight UTC at which the support line opens; may be negative
   * @param closes hours from midnight UTC at which it closes
   * @param untold how likely somebody acts whom no notice reached, against those it did
   */
  public record Responses(
      List<News> news,
      double meanDays,
      double opens,
      double closes,
      double untold,
      Calls calls,
      Protection protection) {}

  /** A moment at which a share of the people heard of it; midnight UTC of a day. */
  public record News(Instant at, double share) {}

  /**
   * Contacts of the support line.
   *
   * @param share of the people told who call
   * @param again share of the callers who call once more
   * @param anonymous share of the answered contacts that name nobody
   * @param waitSeconds how long the queue is on a quiet day, on average
   * @param crowding how much longer it is right after the news
   * @param patienceSeconds how long people wait before they give up, on average
   */
  public record Calls(
      String path,
      int parts,
      double share,
      double again,
      double anonymous,
      double waitSeconds,
      double crowding,
      double patienceSeconds,
      double talkSeconds,
      double wrapUpSeconds,
      double duplicated,
      Map<String, Double> lines,
      Map<String, Double> topics,
      Map<String, String> columns,
      Map<String, String> words) {}

  /**
   * Enrolments and resets.
   *
   * @param customer the cell that names the person
   * @param shares word for what was done → share of the people told who did it
   */
  public record Protection(
      String path, int parts, String customer, Map<String, Double> shares, double duplicated) {}
}
