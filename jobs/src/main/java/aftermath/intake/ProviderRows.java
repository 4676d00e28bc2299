package aftermath.intake;

import aftermath.incident.NoticeEventType;
import aftermath.intake.provider.ProviderEvent;
import aftermath.intake.provider.ProviderFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns the events that a provider posted into rows; one body may tell of many. */
final class ProviderRows extends RecordReader {
  private static final Map<NoticeEventType, UTF8String> TYPES =
      new EnumMap<>(NoticeEventType.class);

  static {
    for (NoticeEventType type : NoticeEventType.values()) {
      TYPES.put(type, UTF8String.fromString(type.word()));
    }
  }

  private final Bodies bodies;
  private final ProviderFormat format;
  private final SourceLayout layout;
  private final NoticeShape.NoticeMaker maker;
  private final Queue<Told> told = new ArrayDeque<>();

  /** An event, the part of a body that tells it, and what stood around that. */
  private record Told(ProviderEvent event, JsonNode part, JsonNode outer) {}

  ProviderRows(
      Bodies bodies, ProviderFormat format, SourceLayout layout, NoticeShape.NoticeMaker maker) {
    this.bodies = bodies;
    this.format = format;
    this.layout = layout;
    this.maker = maker;
  }

  @Override
  Outcome next() throws IOException {
    if (told.isEmpty()) {
      Outcome outcome = bodies.next();
      if (outcome == Outcome.SET_ASIDE) {
        return setAside(bodies.reason(), bodies.text());
      }
      if (outcome == Outcome.END) {
        return outcome;
      }
      listen(bodies.body());
      if (told.isEmpty()) {
        return setAsideCut(Reasons.noMessage(), bodies.body().toString());
      }
    }
    Told next = told.remove();
    String why = make(next);
    return why == null ? Outcome.KEPT : setAsideCut(why, next.part().toString());
  }

  private void listen(JsonNode outer) {
    if (outer.isArray()) {
      outer.forEach(this::listen);
      return;
    }
    JsonNode body = Envelope.opened(outer);
    if (body.isArray()) {
      body.forEach(element -> listen(element, outer));
    } else {
      listen(body, outer);
    }
  }

  private void listen(JsonNode body, JsonNode outer) {
    for (JsonNode part : format.parts(body)) {
      format.events(part).forEach(event -> told.add(new Told(event, part, outer)));
    }
  }

  private String make(Told next) {
    ProviderEvent event = next.event();
    maker.cells[NoticeShape.MESSAGE_ID] = utf8(event.messageId());
    maker.cells[NoticeShape.EVENT] = utf8(event.word());
    maker.cells[NoticeShape.OCCURRED_AT] = utf8(or(event.time(), next, NoticeShape.OCCURRED_AT));
    maker.cells[NoticeShape.RECIPIENT] = utf8(or(event.recipient(), next, NoticeShape.RECIPIENT));
    maker.cells[NoticeShape.PERSON] =
        utf8(or(tag(next, layout.personTag()), next, NoticeShape.PERSON));
    maker.cells[NoticeShape.WAVE] = utf8(or(tag(next, layout.waveTag()), next, NoticeShape.WAVE));
    maker.cells[NoticeShape.REASON] = utf8(event.reason());
    return event.word() == null
        ? Reasons.noEventWord()
        : maker.make(line(), TYPES.get(event.type()));
  }

  private String tag(Told next, String name) {
    return name.isEmpty() ? null : format.tag(next.part(), name);
  }

  /** What the provider tells; else what the log has beside it, in the columns of the source. */
  private String or(String said, Told next, int slot) {
    if (said != null) {
      return said;
    }
    for (String column : layout.slots().get(slot)) {
      Optional<String> logged = Columns.of(next.part(), column);
      logged = logged.isPresent() ? logged : Columns.of(next.outer(), column);
      if (logged.isPresent()) {
        return logged.get();
      }
    }
    return null;
  }

  private static UTF8String utf8(String text) {
    return text == null ? null : UTF8String.fromString(text);
  }

  @Override
  long line() {
    return bodies.line();
  }

  @Override
  InternalRow row() {
    return maker.row();
  }

  @Override
  boolean isCutOff() {
    return bodies.isCutOff();
  }

  @Override
  public void close() throws IOException {
    bodies.close();
  }
}
