package aftermath.present.dashboard;

import static org.apache.spark.sql.functions.desc;

import aftermath.exposure.AffectedCounts;
import aftermath.incident.Incident;
import aftermath.lakehouse.Glance;
import aftermath.lakehouse.Lakehouse;
import aftermath.ops.Ops;
import aftermath.present.dashboard.Answer.KeyFigure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an incident lead looks at: how many people, what of theirs, whom, are they told, how do they
 * respond, can the data be trusted. It reads gold and ops tables, and of the rows set aside their
 * reasons alone.
 */
public final class Dashboard implements Shown {
  private static final int STAMP = 16;

  private final Incident incident;
  private final Lakehouse lakehouse;
  private final Clock clock;
  private final Provenance provenance;

  public Dashboard(Incident incident, Lakehouse lakehouse, Clock clock) {
    this.incident = incident;
    this.lakehouse = lakehouse;
    this.clock = clock;
    this.provenance = new Provenance(incident, lakehouse);
  }

  /** Whether there is anything to show: a run has counted people. */
  public boolean isThere() {
    return lakehouse.version(AffectedCounts.TABLE).isPresent();
  }

  /** Another text whenever one of the tables has another version. */
  @Override
  public String stamp() {
    return stamp(provenance.versions());
  }

  /** The page, with everything that it needs in it. */
  @Override
  public String page() {
    // Before any row is read: what is written meanwhile makes the page old, and it is made again.
    Map<String, Long> versions = provenance.versions();
    var glance = new Glance(lakehouse);
    Map<String, Object> found = AtOnce.answered(questions(glance, versions));
    var answers = new LinkedHashMap<String, Answer>();
    var data = new LinkedHashMap<String, Object>();
    data.put("stamp", stamp(versions));
    data.put("minimum", incident.disclosure().minimumFrequency());
    data.put("zeros_are_protected", incident.disclosure().zerosAreProtected());
    found.forEach(
        (name, what) -> {
          if (what instanceof Answer answer) {
            answers.put(name, answer);
          }
          data.put(name, what instanceof Answer answer ? answer.data() : what);
        });
    return new Page(facts(glance), answers, data).text();
  }

  private Map<String, Supplier<Object>> questions(Glance glance, Map<String, Long> versions) {
    Tables tables = Tables.of(glance);
    var questions = new LinkedHashMap<String, Supplier<Object>>();
    questions.put("how_many", new HowMany(incident, tables)::answer);
    questions.put("exposed", new Exposed(incident, tables)::answer);
    questions.put("whom", new Whom(incident, tables)::answer);
    questions.put("told", new Told(incident, tables)::answer);
    questions.put("responding", new Responding(incident, tables)::answer);
    questions.put("trust", new Trust(incident, tables)::answer);
    questions.put("delivered", new Delivered(incident, tables)::data);
    questions.put("tables", () -> provenance.said(glance, versions));
    return questions;
  }

  private Map<String, String> facts(Glance glance) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("title", incident.title());
    facts.put("organisation", incident.organisation());
    facts.put("made", Words.moment(clock.instant(), incident.timeZone()));
    facts.put("zone", incident.timeZone().getId());
    facts.put(
        "newest",
        newestRun(glance)
            .map(ended -> "as of the run that ended " + Words.moment(ended, incident.timeZone()))
            .orElse("of a run that is not recorded yet"));
    facts.put("minimum", Integer.toString(incident.disclosure().minimumFrequency()));
    facts.put("aware", Words.moment(incident.timeline().awareAt(), incident.timeZone()));
    return facts;
  }

  private static Optional<Instant> newestRun(Glance glance) {
    return glance.rows(Ops.RUNS).orderBy(desc("run_id")).takeAsList(1).stream()
        .findFirst()
        .map(run -> Cells.moment(run, "ended_at"));
  }

  static List<KeyFigure> figures(Map<String, Answer> answers) {
    return answers.values().stream().flatMap(answer -> answer.figures().stream()).toList();
  }

  private static String stamp(Map<String, Long> versions) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(versions.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, STAMP);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
