package aftermath.intake.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What a format reads from a body, in short. */
final class Told {

  /** Shapes that nobody promised: none of them may throw. */
  static final List<String> ODD =
      List.of(
          "null",
          "3",
          "\"text\"",
          "{}",
          "[]",
          "[[[]]]",
          "[null,[3,[{}]]]",
          "{\"event\":null,\"RecordType\":null}",
          "{\"event\":{\"a\":1},\"RecordType\":[\"Bounce\"]}",
          "{\"event\":7,\"timestamp\":1e999,\"RecordType\":7}",
          "{\"event\":\"failed\",\"delivery-status\":3,\"reason\":[],\"message\":\"m\",\"tags\":{}}",
          "{\"event\":\"failed\",\"severity\":\"permanent\",\"message\":{\"headers\":[]},\"flags\":1}",
          "{\"event\":\"dropped\",\"reason\":null}",
          "{\"event\":\"bounce\",\"type\":[],\"status\":{},\"sg_message_id\":\".\",\"smtp-id\":\"<>\"}",
          "{\"event\":\"open\",\"sg_machine_open\":[],\"smtp-id\":\"@\",\"category\":[[]]}",
          "{\"event-data\":null,\"items\":null,\"Bounces\":null}",
          "{\"event-data\":\"text\",\"items\":{},\"Bounces\":{}}",
          "{\"items\":[{\"items\":[null]}],\"Bounces\":[null,[1]]}",
          "{\"RecordType\":\"Bounce\",\"Type\":null,\"TypeCode\":\"x\",\"Metadata\":[]}",
          "{\"RecordType\":\"SubscriptionChange\",\"MessageID\":\"m\",\"SuppressSending\":[]}");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Told() {}

  static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Each event as {@code messageId|word|type|time|recipient|reason}. */
  static List<String> by(ProviderFormat format, String body) {
    return format.parts(json(body)).stream()
        .flatMap(part -> format.events(part).stream())
        .map(Told::line)
        .toList();
  }

  static String typeBy(ProviderFormat format, String body) {
    return by(format, body).get(0).split("\\|")[2];
  }

  static String reasonBy(ProviderFormat format, String body) {
    return by(format, body).get(0).split("\\|")[5];
  }

  static String messageBy(ProviderFormat format, String body) {
    return by(format, body).get(0).split("\\|")[0];
  }

  static String tagBy(ProviderFormat format, String body, String name) {
    return format.tag(format.parts(json(body)).get(0), name);
  }

  private static String line(ProviderEvent event) {
    return String.join(
        "|",
        shown(event.messageId()),
        shown(event.word()),
        event.type().word(),
        shown(event.time()),
        shown(event.recipient()),
        shown(event.reason()));
  }

  private static String shown(String text) {
    return text == null ? "-" : text;
  }
}
