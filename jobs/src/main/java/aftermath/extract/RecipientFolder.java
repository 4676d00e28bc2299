package aftermath.extract;

import aftermath.disclosure.release.CountedTable;
import aftermath.disclosure.release.EarlierRelease;
import aftermath.disclosure.release.ProtectedRelease;
import aftermath.extract.form.Form;
import aftermath.extract.form.FormFacts;
import aftermath.incident.Incident;
import aftermath.incident.Recipient;
import aftermath.incident.ReleaseTable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that one recipient gets. */
final class RecipientFolder {
  static final String MANIFEST = "manifest.json";

  private final Incident incident;
  private final Recipient recipient;
  private final ProtectedRelease release;
  private final ReleaseFacts facts;
  private final List<CountedTable> tables;
  private final List<TableView> views;

  RecipientFolder(
      Incident incident,
      Recipient recipient,
      ProtectedRelease release,
      ReleaseFacts facts,
      List<CountedTable> all) {
    this.incident = incident;
    this.recipient = recipient;
    this.release = release;
    this.facts = facts;
    this.tables = all.stream().filter(counted -> isFor(recipient, counted.table())).toList();
    this.views =
        tables.stream().map(counted -> TableView.of(incident, release, counted.table())).toList();
  }

  private static boolean isFor(Recipient recipient, ReleaseTable table) {
    return table.recipients().isEmpty() || table.recipients().contains(recipient.name());
  }

  /**
   * Its files; the manifest comes last.
   *
   * @param before the release before, if there is one
   * @param why it differs
   */
  Outgoing files(Optional<EarlierRelease> before, List<String> why, Optional<Signature> signature) {
    var files = new Outgoing();
    for (TableView view : views) {
      String file = view.table().name() + ".csv";
      files.add("tables/" + file, StatisticalTable.csv(view));
      files.add(
          "tables/" + file + "-metadata.json", StatisticalTable.metadata(incident, view, file));
    }
    Optional<ObjectNode> form = Form.of(recipient).map(each -> each.filled(formFacts()));
    form.ifPresent(filled -> files.add(recipient.vocabulary() + ".json", Json.text(filled)));
    Optional<Restatement> restatement = before.map(each -> Restatement.of(each, why, views));
    restatement.ifPresent(each -> files.add("restatement.csv", each.csv()));
    var audit = new ReleaseAudit(release, tables, views);
    files.add("audit.json", Json.text(audit.json()));
    List<String> about = about();
    files.add(
        "tables.xlsx",
        new Workbook(about, answers(form), restatement, views).bytes(Date.from(facts.madeAt())));
    files.add(
        "index.html",
        Page.of(
            incident.organisation() + ": " + incident.title(),
            about,
            form,
            views,
            restatement,
            audit));
    byte[] manifest = Json.text(manifest(files)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    signature.ifPresent(each -> files.add(MANIFEST + ".sig", each.of(manifest)));
    files.add(MANIFEST, manifest);
    return files;
  }

  /** How many cells of its tables are published, and how many are left out. */
  long left(boolean isPublished) {
    return views.stream()
        .flatMap(view -> view.lines().stream())
        .filter(line -> line.shown().isPublished() == isPublished)
        .map(TableView.Line::key)
        .distinct()
        .count();
  }

  /** The marks that occur in its tables. */
  Set<String> marks() {
    return views.stream()
        .flatMap(view -> view.lines().stream())
        .map(line -> line.shown().confidentiality())
        .collect(Collectors.toUnmodifiableSet());
  }

  private FormFacts formFacts() {
    return new FormFacts(
        incident,
        recipient,
        release,
        facts.number(),
        facts.previous(),
        facts.phase(),
        facts.madeAt(),
        facts.firstReleasedAt(),
        facts.isExact());
  }

  private List<String> about() {
    var lines = new ArrayList<String>();
    lines.add(
        "Release %d (%s) for %s, made at %s."
            .formatted(facts.number(), facts.phase(), recipient.name(), facts.madeAt()));
    if (!facts.note().isEmpty()) {
      lines.add(facts.note());
    }
    lines.addAll(PolicyWords.of(incident.disclosure(), marks()));
    lines.add(
        facts.isExact()
            ? "No count of people hangs on doubtful records."
            : "Counts of people are approximate: some records cannot be told to be of one person or"
                + " of two.");
    return lines;
  }

  private static Map<String, JsonNode> answers(Optional<ObjectNode> form) {
    var answers = new LinkedHashMap<String, JsonNode>();
    form.ifPresent(
        filled ->
            filled
                .properties()
                .forEach(entry -> flatten(entry.getKey(), entry.getValue(), answers)));
    return answers;
  }

  private static void flatten(String name, JsonNode answer, Map<String, JsonNode> into) {
    if (answer.isObject()) {
      answer
          .properties()
          .forEach(each -> flatten(name + "." + each.getKey(), each.getValue(), into));
    } else if (answer.isArray()) {
      for (int i = 0; i < answer.size(); i++) {
        flatten(name + "[" + (i + 1) + "]", answer.get(i), into);
      }
    } else if (!answer.isNull()) {
      into.put(name, answer);
    }
  }

  private ObjectNode manifest(Outgoing files) {
    ObjectNode root = facts.head(incident, recipient);
    ArrayNode policy = root.putArray("policy");
    PolicyWords.of(incident.disclosure(), marks()).forEach(policy::add);
    ArrayNode tables = root.putArray("made_from");
    facts.tables().forEach(tables::add);
    root.put("incident_file_sha256", facts.incidentFingerprint());
    root.put("code_version", facts.codeVersion());
    root.put("audit_passed", release.audit().isPassed());
    ArrayNode list = root.putArray("files");
    files
        .files()
        .forEach(
            (name, content) ->
                list.addObject()
                    .put("file", name)
                    .put("bytes", content.length)
                    .put("sha256", Outgoing.sha256(content)));
    return root;
  }
}
