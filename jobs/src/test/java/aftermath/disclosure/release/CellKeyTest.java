package aftermath.disclosure.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.incident.ReleaseTable.Measure;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CellKeyTest {
  private static final CellKey EVERYBODY = CellKey.all(Measure.PEOPLE);

  @Test
  void whatItIsCalledInFilesNamesTheSameCell() {
    CellKey exposed = EVERYBODY.exposing("birth_date");
    CellKey odd = with("suburb", "A, B (north) \\ C=D");
    for (CellKey key : new CellKey[] {EVERYBODY, exposed, odd, odd.counting(Measure.RECORDS)}) {
      assertEquals(key, CellKey.parse(key.id()), key::id);
    }
  }

  @Test
  void pagesCallItInWords() {
    assertEquals("all records", EVERYBODY.counting(Measure.RECORDS).words());
    assertEquals("people: birth date exposed", EVERYBODY.exposing("birth_date").words());
    assertEquals(
        "people: age band 65 and over, phone not exposed",
        CellKey.parse("people(age_band=65 and over, field phone=not exposed)").words());
  }

  private static CellKey with(String level, String code) {
    var conditions = new TreeMap<String, String>();
    conditions.put(level, code);
    return new CellKey(Measure.PEOPLE, conditions);
  }
}
