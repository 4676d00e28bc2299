package aftermath.pipeline;

import static aftermath.pipeline.Table.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table people =
      table("silver.people")
          .comment("One row per person")
          .columns("person_id STRING NOT NULL COMMENT 'pseudonym', born DATE")
          .column("score", "DECIMAL(18,4)", "what they're worth");

  @Test
  void keepsItsColumnsInTheOrderOfTheDeclaration() {
    assertEquals(List.of("person_id", "born", "score"), people.columnNames());
    assertEquals(
        List.of("STRING", "DATE", "DECIMAL(18,4)"),
        people.columns().stream().map(Column::type).toList());
  }

  @Test
  void knowsOfEveryColumnWhetherItIsRequiredAndWhatItMeans() {
    assertTrue(people.columns().get(0).isRequired());
    assertFalse(people.columns().get(1).isRequired());
    assertEquals(
        List.of("pseudonym", "", "what they're worth"),
        people.columns().stream().map(Column::comment).toList());
  }

  @Test
  void hasTheSchemaOfItsColumns() {
    assertEquals(
        "person_id STRING NOT NULL COMMENT 'pseudonym',born DATE,score DECIMAL(18,4) COMMENT 'what they\\'re worth'",
        people.schema().toDDL());
  }

  @Test
  void addsPersonalColumnsAndChecksToThoseItHas() {
    Table more =
        people
            .personal("person_id")
            .personal("born")
            .check("is_born", "born IS NOT NULL")
            .check("is_somebody", "person_id <> ''");

    assertEquals(Set.of("person_id", "born"), more.personal());
    assertEquals(
        Map.of("is_born", "born IS NOT NULL", "is_somebody", "person_id <> ''"), more.checks());
    assertEquals(Set.of(), people.personal());
  }

  @Test
  void isSeenByQueriesUnderItsNameWithoutTheLayer() {
    assertEquals("people", people.shortName());
    assertEquals(Layer.SILVER, people.layer());
  }

  @Test
  void hasALayerThatExists() {
    assertThrows(IllegalArgumentException.class, () -> table("platinum.people").layer());
  }

  @Test
  void readsItsOwnLayerAndThoseBeforeIt() {
    assertTrue(Layer.GOLD.mayRead(Layer.SILVER));
    assertTrue(Layer.SILVER.mayRead(Layer.SILVER));
    assertFalse(Layer.SILVER.mayRead(Layer.GOLD));
  }
}
