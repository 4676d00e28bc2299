package aftermath.incident;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Reads {@code linking}. */
final class LinkingReader {

  private static final int USUAL_MOST_FREQUENT = 50;

  private final References references;
  private final Mistakes mistakes;
  private final Collection<Attribute> attributes;
  private final List<Source> sources;
  private final ShownAttributes shown;
  private final Path folder;

  LinkingReader(
      References references,
      Mistakes mistakes,
      Collection<Attribute> attributes,
      List<Source> sources,
      Path folder) {
    this.folder = folder;
    this.references = references;
    this.mistakes = mistakes;
    this.attributes = attributes;
    this.sources = sources;
    this.shown = new ShownAttributes(references, sources);
  }

  Linking read(Section section) {
    Item matching = section.optional("matching");
    sources.stream()
        .filter(source -> source.role() == Role.LINK_DECISIONS && !matching.isPresent())
        .findFirst()
        .ifPresent(source -> mistakes.add(Mistake.decisionsWithoutMatching(section.place())));
    Item known = matching.isPresent() ? section.optional("known") : section.required("known");
    return new Linking(
        rules(section.optional("members"), references.attribute()),
        rules(known, shown::attribute),
        rules(section.optional("records"), shown::attribute),
        section.optional("one_to_one").truth().orElse(false),
        section
            .optional("most_frequent")
            .wholeNumber(1, Integer.MAX_VALUE)
            .orElse(USUAL_MOST_FREQUENT),
        matching.section(
            new MatchingReader(references, mistakes, attributes, sources, folder)::read));
  }

  private List<LinkRule> rules(Item list, Item.Reading<String> attribute) {
    UniqueNames names = new UniqueNames(mistakes);
    return list.list(item -> item.section(section -> rule(section, names, attribute)));
  }

  private LinkRule rule(Section section, UniqueNames names, Item.Reading<String> attribute) {
    Item name = section.required("name");
    return new LinkRule(
        names.note(name.text(), name.place()).orElse(""),
        section.required("same").different(item -> item.as(attribute)));
  }
}
