package aftermath.pipeline;

import static aftermath.pipeline.Model.model;
import static aftermath.pipeline.Table.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final Table FILES = table("bronze.files");
  private static final Table PEOPLE = table("silver.people");

  @Test
  void takesAsManyInputsAsItsDerivation() {
    Model.Unfinished unfinished = model(PEOPLE).from(FILES, FILES);

    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> unfinished.as(only -> only));

    assertEquals(
        "silver.people declares 2 inputs, and its derivation takes 1.", refusal.getMessage());
    assertEquals(
        List.of(FILES, FILES), unfinished.as((first, second) -> first.union(second)).inputs());
  }

  @Test
  void isAnotherModelWhenItsSettingsChange() {
    Model model = model(PEOPLE).from(FILES).as(only -> only);

    assertNotEquals(
        model.dependingOn("NSW", 10).settings(), model.dependingOn("NSW", 11).settings());
    assertEquals(model.dependingOn("NSW", 10).settings(), model.dependingOn("NSW", 10).settings());
  }

  @Test
  void dependsOnTheTextOfItsQueryAndItsParameters() {
    var query = new Query("SELECT :least AS least", Map.of());

    assertNotEquals(
        model(PEOPLE).from().as(query.with("least", 1)).settings(),
        model(PEOPLE).from().as(query.with("least", 2)).settings());
  }
}
