package aftermath.response;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Incident;
import aftermath.incident.ResponseEventType;
import aftermath.incident.ResponseSource;
import aftermath.incident.Role;
import aftermath.incident.Source;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What the words of each source mean. Rows of a source that is no longer declared mean nothing. */
final class Vocabulary {
  static final String UNKNOWN = "unknown";
  static final String NO_TOPIC = "none";

  private final List<Source> sources;

  Vocabulary(Incident incident) {
    this.sources = incident.sources(Role.RESPONSE_EVENTS);
  }

  Column provider() {
    return coalesce(ofSource(response -> lit(response.provider())), col("source"));
  }

  /** The line that a row names, or else the one that its source is about. */
  Column channel() {
    Column ofAll = coalesce(ofSource(response -> lit(response.channel())), lit(UNKNOWN));
    Column named =
        coalesce(
            ofSource(response -> meaning("channel", response.channels(), name -> lit(name))),
            lit(UNKNOWN));
    return when(col("channel").isNull(), ofAll).otherwise(named);
  }

  /** Place of the kind of response in {@link ResponseEventType}, which is also its rank. */
  Column kindNumber() {
    return coalesce(
        ofSource(response -> meaning("event", response.events(), type -> lit(type.ordinal()))),
        lit(ResponseEventType.UNKNOWN.ordinal()));
  }

  static Column kindOf(Column number) {
    Column word = lit(ResponseEventType.UNKNOWN.word());
    for (ResponseEventType type : ResponseEventType.values()) {
      word = when(number.equalTo(type.ordinal()), type.word()).otherwise(word);
    }
    return word;
  }

  Column topic() {
    Column known =
        coalesce(
            ofSource(response -> meaning("topic", response.topics(), topic -> lit(topic))),
            lit(UNKNOWN));
    return when(col("topic").isNull(), NO_TOPIC).otherwise(known);
  }

  /** The attribute that the identifier of a row is; null: the source does not say. */
  Column isOf(String attribute) {
    return coalesce(
        ofSource(response -> lit(response.personAttribute().filter(attribute::equals).isPresent())),
        lit(false));
  }

  List<String> personAttributes() {
    return sources.stream()
        .flatMap(source -> source.response().stream())
        .flatMap(response -> response.personAttribute().stream())
        .distinct()
        .toList();
  }

  private Column ofSource(Function<ResponseSource, Column> said) {
    Column found = lit(null);
    for (Source source : sources) {
      found =
          when(col("source").equalTo(source.name()), said.apply(source.response().orElseThrow()))
              .otherwise(found);
    }
    return found;
  }

  private static <T> Column meaning(
      String column, Map<String, T> words, Function<T, Column> meaning) {
    Column[] pairs =
        words.entrySet().stream()
            .flatMap(word -> Stream.of(lit(word.getKey()), meaning.apply(word.getValue())))
            .toArray(Column[]::new);
    return pairs.length == 0 ? lit(null) : try_element_at(map(pairs), lower(trim(col(column))));
  }
}
