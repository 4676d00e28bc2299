package aftermath.sample;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads the YAML and looks for everything that would go wrong later, so that it is said at once.
 */
final class ProfileReader {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .registerModule(
              new SimpleModule()
                  .addDeserializer(LocalDate.class, parsing(LocalDate::parse))
                  .addDeserializer(Instant.class, parsing(Instant::parse)));

  private ProfileReader() {}

  static Profile read(Path file) {
    Profile profile;
    try {
      profile = YAML.readValue(Files.readString(file), Profile.class);
    } catch (IOException unreadable) {
      throw SampleProblem.unreadableProfile(file, unreadable);
    }
    List<String> mistakes = new ArrayList<>();
    check(profile, mistakes);
    if (!mistakes.isEmpty()) {
      throw SampleProblem.wrongProfile(file.toString(), mistakes);
    }
    return profile;
  }

  private static void check(Profile profile, List<String> mistakes) {
    demand(profile.id(), "id", mistakes);
    demand(profile.today(), "today", mistakes);
    demand(profile.origins(), "origins", mistakes);
    demand(profile.countries(), "countries", mistakes);
    demand(profile.households(), "households", mistakes);
    demand(profile.populations(), "populations", mistakes);
    demand(profile.fields(), "fields", mistakes);
    demand(profile.exposed(), "exposed", mistakes);
    demand(profile.others(), "others", mistakes);
    demand(profile.records(), "records", mistakes);
    demand(profile.values(), "values", mistakes);
    demand(profile.files(), "files", mistakes);
    demand(profile.notices(), "notices", mistakes);
    demand(profile.truth(), "truth", mistakes);
    if (!mistakes.isEmpty()) {
      return;
    }
    if (profile.fields().size() > 63) {
      mistakes.add("It has more than 63 fields.");
    }
    for (Profile.Group group : profile.exposed()) {
      group.fields().forEach(field -> isDeclared(profile, field, group.part(), mistakes));
      for (var nested : nullToEmpty(group.some())) {
        nested.forEach(
            (field, people) -> {
              isDeclared(profile, field, group.part(), mistakes);
              if (people > group.people()) {
                mistakes.add(
                    "'%s' has %d people, so %d of them cannot show '%s'."
                        .formatted(group.part(), group.people(), people, field));
              }
            });
      }
      double shares = group.belongsTo().values().stream().mapToDouble(Double::doubleValue).sum();
      if (Math.abs(shares - 1) > 1e-9) {
        mistakes.add(
            "The shares in 'belongs_to' of '%s' add up to %s, not to 1."
                .formatted(group.part(), shares));
      }
    }
    for (Profile.TableFile file : profile.files()) {
      if (!file.rows().equals(Profile.RECORDS) && !profile.populations().contains(file.rows())) {
        mistakes.add(
            "The rows of '%s' are '%s', which is neither 'records' nor a population."
                .formatted(file.name(), file.rows()));
      }
      for (Profile.ColumnSpec column : file.columns()) {
        if (!profile.values().containsKey(column.value())) {
          mistakes.add(
              "The column %s of '%s' wants the value '%s', which is not declared."
                  .formatted(column.title(), file.name(), column.value()));
        }
        if (column.field() != null) {
          isDeclared(profile, column.field(), file.name(), mistakes);
        }
      }
    }
    for (String origin : profile.origins().keySet()) {
      if (!Resources.exists(Origin.resource(origin))) {
        mistakes.add("There is no list of names of the origin '%s'.".formatted(origin));
      }
    }
    if (profile.unexpected() != null) {
      for (String kind : profile.unexpected().keySet()) {
        if (!UnexpectedValues.kinds().contains(kind)) {
          mistakes.add(
              "Nobody can make the unexpected '%s'; known are %s."
                  .formatted(kind, new TreeSet<>(UnexpectedValues.kinds())));
        }
      }
    }
    profile.notices().address().forEach(cell -> refersToAColumn(profile, cell, mistakes));
    profile.truth().values().forEach(cell -> refersToAColumn(profile, cell, mistakes));
    refersToAColumn(profile, profile.notices().messages().tagValue(), mistakes);
    if (profile.responses() != null) {
      checkResponses(profile, profile.responses(), mistakes);
    }
    profile
        .values()
        .forEach(
            (name, value) -> {
              if (!Values.known(value.make())) {
                mistakes.add(
                    "The value '%s' is to be made by '%s', which nobody can; known are %s."
                        .formatted(name, value.make(), Values.names()));
              }
            });
  }

  private static void checkResponses(
      Profile profile, Profile.Responses responses, List<String> mistakes) {
    demand(responses.news(), "responses.news", mistakes);
    demand(responses.calls(), "responses.calls", mistakes);
    demand(responses.protection(), "responses.protection", mistakes);
    if (responses.news() != null) {
      double shares = responses.news().stream().mapToDouble(Profile.News::share).sum();
      if (Math.abs(shares - 1) > 1e-9) {
        mistakes.add("The shares in 'responses.news' add up to %s, not to 1.".formatted(shares));
      }
    }
    if (responses.calls() != null) {
      responses.calls().columns().values().stream()
          .filter(content -> content.contains("."))
          .forEach(cell -> refersToAColumn(profile, cell, mistakes));
    }
    if (responses.protection() != null) {
      refersToAColumn(profile, responses.protection().customer(), mistakes);
    }
  }

  private static void demand(Object part, String name, List<String> mistakes) {
    if (part == null) {
      mistakes.add("It has no '%s'.".formatted(name));
    }
  }

  /** A reference is a file's name, a dot, and a title of one of its columns. */
  private static void refersToAColumn(Profile profile, String cell, List<String> mistakes) {
    boolean known =
        profile.files().stream()
            .anyMatch(
                file ->
                    file.columns().stream()
                        .flatMap(column -> column.title().stream())
                        .anyMatch(title -> cell.equals(file.name() + "." + title)));
    if (!known) {
      mistakes.add("'%s' is no column of any file.".formatted(cell));
    }
  }

  private static void isDeclared(
      Profile profile, String field, String where, List<String> mistakes) {
    if (!profile.fields().contains(field)) {
      mistakes.add("'%s' in '%s' is not among 'fields'.".formatted(field, where));
    }
  }

  private static <T> List<T> nullToEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> JsonDeserializer<T> parsing(Function<String, T> parse) {
    return new JsonDeserializer<>() {
      @Override
      public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
          return parse.apply(parser.getText());
        } catch (DateTimeParseException wrong) {
          throw context.weirdStringException(parser.getText(), Object.class, wrong.getMessage());
        }
      }
    };
  }
}
