package aftermath.incident;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One breach, as its YAML file describes it. Nothing about a breach is code: a new breach with
 * other fields and other segments is a new file.
 *
 * @param id short name, lower case with dashes; names the warehouse folder of the incident
 * @param organisation who was breached, as regulators are told
 * @param timeZone the zone in which days are counted and local times without an offset are read
 * @param defaultCountry ISO 3166 alpha-2 code; phones without a country code are read as of there
 * @param input where relative paths of sources start, itself relative to the folder of the file
 * @param attributes what may be known of a person, by name, in the order of the file
 * @param fields the catalogue of exposable fields, at most 63; a field's position is its bit
 * @param placeholders values that mean "nothing", besides the built-in ones
 * @param notOnPlatform what the organisation says was not on the breached platform
 * @param extracts the tables that recipients get
 * @param fingerprint SHA-256 of the file's content, in hex
 */
public record Incident(
    String id,
    String title,
    String organisation,
    Cause cause,
    ZoneId timeZone,
    String defaultCountry,
    Timeline timeline,
    String input,
    Map<String, Attribute> attributes,
    List<Field> fields,
    List<String> placeholders,
    List<Segment> segments,
    List<Source> sources,
    Linking linking,
    Severity severity,
    List<Detector> notOnPlatform,
    NoticePolicy notices,
    ResponsePolicy responses,
    DisclosurePolicy disclosure,
    List<Recipient> recipients,
    List<ReleaseTable> extracts,
    String fingerprint) {

  /** The sources that feed one bronze table, in the order of the file. */
  public List<Source> sources(Role role) {
    return sources.stream().filter(source -> source.role() == role).toList();
  }

  /** The bit of a field in an exposure mask: 1 shifted by the field's position in the catalogue. */
  public long bit(Field field) {
    return 1L << fields.indexOf(field);
  }

  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The day on which ages are counted: the one on which the organisation became aware. */
  public LocalDate referenceDay() {
    return timeline.awareAt().atZone(timeZone).toLocalDate();
  }
}
