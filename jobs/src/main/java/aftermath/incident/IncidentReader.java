package aftermath.incident;

import aftermath.incident.Segment.Level;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a whole file. What a mistake leaves open is filled with anything, so that reading goes on
 * and finds the other mistakes; an incident with mistakes is never handed out.
 */
final class IncidentReader {

  private final Mistakes mistakes;
  private final String fingerprint;
  private final Path folder;

  /**
   * @param folder where files are that the incident file names
   */
  IncidentReader(String fingerprint, Path folder, Mistakes mistakes) {
    this.fingerprint = fingerprint;
    this.folder = folder;
    this.mistakes = mistakes;
  }

  Incident read(Section file) {
    Optional<String> id = file.required("id").as(Readings::dashedName);
    Optional<String> title = file.optional("title").text();
    Optional<ZoneId> givenZone = file.required("time_zone").as(Readings::zone);
    ZoneId zone = givenZone.orElse(ZoneOffset.UTC);

    TimelineReader timelineReader = new TimelineReader(zone, mistakes);
    Optional<Timeline> timeline = file.required("timeline").section(timelineReader::read);
    AttributeReader attributeReader = new AttributeReader(timelineReader.awareOn(), mistakes);
    Map<String, Attribute> attributes =
        file.required("attributes").section(attributeReader::read).orElse(Map.of());

    References attributesOnly = new References(attributes.keySet(), Set.of());
    NoticePolicyReader policyReader =
        new NoticePolicyReader(attributesOnly, timelineReader.given(), mistakes);
    NoticePolicy notices =
        file.optional("notices").section(policyReader::read).orElse(NoticePolicyReader.USUAL);
    References references = attributesOnly.withChannelsOf(notices);

    List<Segment> segments = new SegmentReader(mistakes).read(file.required("segments"));
    RecipientReader recipientReader = new RecipientReader(dimensions(segments), mistakes);
    List<Placed<Recipient>> recipients = recipientReader.read(file.optional("recipients"));
    List<String> spoken = recipients.stream().map(it -> it.value().vocabulary()).toList();
    List<Placed<Field>> fields =
        new FieldReader(references, spoken, mistakes).read(file.required("fields"));
    recipientReader.check(recipients, fields);

    List<Source> sources =
        file.required("sources")
            .section(new SourceReader(references, mistakes)::read)
            .orElse(List.of());

    return new Incident(
        id.orElse(""),
        title.or(() -> id).orElse(""),
        file.required("organisation").text().orElse(""),
        file.required("cause").section(IncidentReader::cause).orElse(null),
        zone,
        file.required("default_country").as(Readings::country).orElse(""),
        timeline.orElse(null),
        file.optional("input").text().orElse(""),
        attributes,
        fields.stream().map(Placed::value).toList(),
        file.optional("placeholders").texts(),
        segments,
        sources,
        file.required("linking")
            .section(
                new LinkingReader(references, mistakes, attributes.values(), sources, folder)::read)
            .orElse(null),
        file.required("severity").section(IncidentReader::severity).orElse(null),
        file.optional("not_on_platform").different(item -> item.word(Detector.class)),
        notices,
        file.optional("responses")
            .section(ResponsePolicyReader::read)
            .orElse(ResponsePolicyReader.USUAL),
        file.optional("disclosure")
            .section(DisclosurePolicyReader::read)
            .orElse(DisclosurePolicy.USUAL),
        recipients.stream().map(Placed::value).toList(),
        new ReleaseTableReader(names(segments, Segment::name), recipientNames(recipients), mistakes)
            .read(file.optional("extracts")),
        fingerprint);
  }

  private static Set<String> dimensions(List<Segment> segments) {
    return segments.stream()
        .flatMap(
            segment ->
                Stream.concat(
                    Stream.of(segment.name()), segment.levels().stream().map(Level::name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> recipientNames(List<Placed<Recipient>> recipients) {
    return names(recipients, recipient -> recipient.value().name());
  }

  private static <T> Set<String> names(List<T> things, Function<T, String> name) {
    return things.stream().map(name).collect(Collectors.toUnmodifiableSet());
  }

  private static Cause cause(Section section) {
    return new Cause(
        section.required("source").oneOf(Vocabulary.causes()).orElse(""),
        section.required("kind").text().orElse(""));
  }

  private static Severity severity(Section section) {
    return new Severity(
        section.required("confidentiality").score(0, 0.25, 0.5).orElse(0.0),
        section.required("integrity").score(0, 0.25, 0.5).orElse(0.0),
        section.required("availability").score(0, 0.25, 0.5).orElse(0.0),
        section.required("malicious_intent").score(0, 0.5).orElse(0.0));
  }
}
