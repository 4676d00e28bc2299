package aftermath.testing;

import aftermath.incident.AttributeType;
import aftermath.incident.Role;
import aftermath.intake.BronzeColumn;
import aftermath.intake.BronzeColumns;
import aftermath.intake.BronzeTables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every address, number and birthday that was delivered, and a search for them. */
public final class PersonalValues {
  private static final Pattern EMAIL = Pattern.compile("[\\w.+'-]+@[\\w.-]+\\w");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ()./-]{5,}\\d");
  private static final Pattern IDENTIFIER = Pattern.compile("\\b[A-Z]{0,2}-?\\d{7,10}\\b");
  private static final Pattern DATE =
      Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d\\d/\\d\\d/\\d{4}\\b");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  private static final List<Role> ROLES =
      List.of(Role.IMPACTED_RECORDS, Role.CUSTOMERS, Role.MEMBERS);

  private final Set<String> emails = new HashSet<>();
  private final Set<String> phones = new HashSet<>();
  private final Set<String> identifiers = new HashSet<>();
  private final Map<String, Set<String>> namesByBirthday = new HashMap<>();

  private PersonalValues() {}

  /** All of what a warehouse has taken in. */
  public static PersonalValues of(DemoWarehouse warehouse) {
    var values = new PersonalValues();
    for (Role role : ROLES) {
      values.addAll(warehouse, role);
    }
    warehouse
        .lakehouse()
        .read(BronzeTables.NOTICE_EVENTS)
        .select("recipient", "person")
        .distinct()
        .collectAsList()
        .forEach(row -> values.addEvent(row.getString(0), row.getString(1)));
    return values;
  }

  /** How many there are to look for. */
  public int count() {
    return emails.size() + phones.size() + identifiers.size() + namesByBirthday.size();
  }

  /** The lines that hold any of them. */
  public List<String> foundIn(Stream<String> lines) {
    return lines.filter(this::isPersonal).toList();
  }

  private void addAll(DemoWarehouse warehouse, Role role) {
    List<BronzeColumn> columns = BronzeColumns.of(warehouse.incident(), role);
    Dataset<Row> rows = warehouse.lakehouse().read(BronzeTables.of(warehouse.incident(), role));
    for (Row row : rows.collectAsList()) {
      for (BronzeColumn column : columns) {
        String value = row.getAs(column.name());
        if (value != null) {
          add(warehouse, column, value, row, columns);
        }
      }
    }
  }

  private void add(
      DemoWarehouse warehouse,
      BronzeColumn column,
      String value,
      Row row,
      List<BronzeColumn> columns) {
    if (column.attributes().isEmpty()) {
      addIdentifier(value);
    }
    for (String attribute : column.attributes()) {
      AttributeType type = warehouse.incident().attributes().get(attribute).type();
      switch (type) {
        case EMAIL -> addEmail(value);
        case PHONE -> addPhone(value);
        case IDENTIFIER -> addIdentifier(value);
        case DATE ->
            columns.stream()
                .filter(other -> other.attributes().contains("family_name"))
                .map(other -> row.<String>getAs(other.name()))
                .forEach(name -> addBirthday(value, name));
        default -> {}
      }
    }
  }

  private void addEvent(String recipient, String person) {
    if (recipient != null) {
      addEmail(recipient);
    }
    if (person != null) {
      addIdentifier(person);
    }
  }

  private void addEmail(String value) {
    if (value.contains("@")) {
      emails.add(value.strip().toLowerCase(Locale.ROOT));
    }
  }

  /** Placeholders have one digit only. */
  private void addPhone(String value) {
    String digits = digits(value);
    if (digits.length() >= 8 && digits.chars().distinct().count() > 2) {
      phones.add(digits);
    }
  }

  private void addIdentifier(String value) {
    if (value.matches("[A-Z]{0,2}-?\\d{7,10}")) {
      identifiers.add(value);
    }
  }

  private void addBirthday(String day, String familyName) {
    if (familyName != null && DATE.matcher(day).matches()) {
      namesByBirthday
          .computeIfAbsent(day, key -> new HashSet<>())
          .add(familyName.toLowerCase(Locale.ROOT));
    }
  }

  private boolean isPersonal(String line) {
    return matches(EMAIL, line)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .anyMatch(emails::contains)
        || matches(NUMBER, line).map(PersonalValues::digits).anyMatch(phones::contains)
        || matches(IDENTIFIER, line).anyMatch(identifiers::contains)
        || matches(DATE, line).anyMatch(day -> isBirthdayOfSomebodyIn(line, day));
  }

  private boolean isBirthdayOfSomebodyIn(String line, String day) {
    Set<String> names = namesByBirthday.getOrDefault(day, Set.of());
    return matches(WORD, line.toLowerCase(Locale.ROOT)).anyMatch(names::contains);
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group);
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }
}
