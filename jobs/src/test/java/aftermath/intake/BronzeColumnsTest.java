package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.incident.Format;
import aftermath.incident.Role;
import aftermath.incident.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BronzeColumnsTest {

  @ParameterizedTest
  @CsvSource({
    "CASE_REF, case_ref",
    "' FF Number ', ff_number",
    "Größe (cm), gro_e_cm",
    "payment.card.number, payment_card_number",
    "1, column_1",
    "%%, column",
    "Line, line_delivered",
    "delivery_id, delivery_id_delivered"
  })
  void namesColumnsSoThatEveryReaderTakesThem(String delivered, String name) {
    assertEquals(name, BronzeColumns.sanitised(delivered));
  }

  @Test
  void startsWithTheKeyAndFollowsTheFile() {
    Source source = Incidents.customers(Format.CSV, Incidents.CSV, "x");

    List<BronzeColumn> columns = BronzeColumns.of(Incidents.of(source), Role.CUSTOMERS);

    assertEquals(
        List.of("id", "name", "surname", "email", "contact_email"),
        columns.stream().map(BronzeColumn::name).toList());
    assertEquals(Set.of(BronzeColumn.Use.KEY), columns.get(0).uses());
    assertEquals(List.of("customer_id"), columns.get(0).attributes());
  }

  @Test
  void sharesAColumnBetweenSourcesOnlyWhenItMeansTheSame() {
    Source first = source("first", Map.of("customer_id", List.of("ID"), "email", List.of("MAIL")));
    Source second =
        source("second", Map.of("member_number", List.of("ID"), "email", List.of("Mail")));

    List<BronzeColumn> columns = BronzeColumns.of(Incidents.of(first, second), Role.CUSTOMERS);

    assertEquals(
        Map.of(
            "id", List.of("customer_id"),
            "mail", List.of("email"),
            "second_id", List.of("member_number")),
        attributesByName(columns));
  }

  private static Map<String, List<String>> attributesByName(List<BronzeColumn> columns) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    columns.forEach(column -> byName.put(column.name(), column.attributes()));
    return byName;
  }

  private static Source source(String name, Map<String, List<String>> columns) {
    return new Source(
        name,
        Role.CUSTOMERS,
        Format.CSV,
        List.of("x"),
        Incidents.CSV,
        columns,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
