package aftermath.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.disclosure.Interval;
import aftermath.disclosure.release.CellKey;
import aftermath.disclosure.release.EarlierRelease;
import aftermath.disclosure.release.ProtectedRelease.Shown;
import aftermath.disclosure.release.ReleasedCell;
import aftermath.incident.ReleaseTable;
import aftermath.incident.ReleaseTable.Measure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RestatementTest {
  private static final Restatement RESTATED =
      Restatement.of(
          new EarlierRelease(
              3, List.of(was("ACT", 40L), was("NSW", 70L), was("QLD", null), was("VIC", 80L))),
          List.of(),
          List.of(
              now(
                  is("ACT", null),
                  is("NSW", 95L),
                  is("QLD", 12L),
                  is("TAS", 30L),
                  is("VIC", 80L))));

  @Test
  void whatIsLeftOutNowAndWhatWasLeftOutIsCounted() {
    assertEquals(
        "Cells with another value: 1. Published now and left out before: 1."
            + " Left out now and published before: 1. In no table before: 1.",
        RESTATED.counts());
  }

  @Test
  void whatIsNotToldIsEmpty() {
    assertEquals(
        List.of(
            "table,cell,was,is,change",
            "regions,people(region=ACT),40,,",
            "regions,people(region=NSW),70,95,25",
            "regions,people(region=QLD),,12,"),
        RESTATED.csv().lines().toList());
  }

  private static ReleasedCell was(String region, Long shown) {
    return new ReleasedCell(
        key(region).id(),
        0,
        0,
        true,
        shown != null,
        shown,
        "",
        0,
        0,
        Interval.NOT_NEGATIVE,
        List.of());
  }

  private static TableView.Line is(String region, Long value) {
    Shown shown = value == null ? new Shown(null, "Q", "D") : new Shown(value, "A", "F");
    return new TableView.Line(List.of(region), Measure.PEOPLE, key(region), shown);
  }

  private static TableView now(TableView.Line... lines) {
    var table =
        new ReleaseTable(
            "regions", "Regions", List.of("region"), Set.of(Measure.PEOPLE), List.of());
    return new TableView(table, List.of("region"), List.of(lines));
  }

  private static CellKey key(String region) {
    return new CellKey(Measure.PEOPLE, new TreeMap<>(Map.of("region", region)));
  }
}
