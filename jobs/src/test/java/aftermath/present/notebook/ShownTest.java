package aftermath.present.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.testing.SparkSessionForTests;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** How answers look. */
@ExtendWith(SparkSessionForTests.class)
class ShownTest {
  private static final int MOST = 100;

  private final SparkSession spark;

  ShownTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void aTableWritesNumbersSharesAndMomentsAsPeopleReadThem() {
    String table =
        HtmlTable.of(
            answer(
                "SELECT 'a < b' AS said, 12345L AS people, 0.25D AS share, 2.5D AS hours,"
                    + " TIMESTAMP '2025-07-01 08:30:00' AS at, array('x', 'y') AS fields,"
                    + " true AS holds, CAST(NULL AS BIGINT) AS missing"));
    assertTrue(
        table.contains(
            "<td align=\"left\">a &lt; b</td><td align=\"right\">12,345</td><td align=\"right\">25.0 %</td>"
                + "<td align=\"right\">2.5</td><td align=\"left\">2025-07-01 08:30</td>"
                + "<td align=\"left\">x + y</td><td align=\"left\">yes</td><td align=\"right\">–</td>"),
        table);
  }

  @Test
  void aTableSaysWhenItHasNoRowsAndWhenItHasMore() {
    assertEquals("<p>No rows.</p>\n", HtmlTable.of(answer("SELECT 1 AS one WHERE false")));
    Answer many = Answer.of(spark.sql("SELECT id FROM range(5)"), 3);
    assertTrue(HtmlTable.of(many).contains("There are more than these 3 rows."));
  }

  @Test
  void aBarIsAsLongAsItsNumber() throws Exception {
    Document picture =
        parsed(
            BarChart.of(
                "People",
                answer("SELECT * FROM VALUES ('one', 50L), ('other', 100L) AS t(name, people)")));
    double half = width(picture, 1);
    double whole = width(picture, 2);
    assertEquals(whole / 2, half, 0.1);
    assertTrue(whole > 300, () -> "only " + whole);
  }

  @Test
  void partsOfABarStandBesideEachOther() throws Exception {
    Document picture =
        parsed(
            BarChart.of("People", answer("SELECT 'all' AS name, 30L AS told, 10L AS left_over")));
    int bars = picture.getElementsByTagName("rect").getLength();
    assertEquals(width(picture, bars - 2), 3 * width(picture, bars - 1), 0.2);
  }

  @Test
  void aLineRisesWithItsNumbersAndEndsWhereThereIsNone() throws Exception {
    Document picture =
        parsed(
            LineChart.of(
                "Calls",
                answer(
                    "SELECT * FROM VALUES (DATE'2025-07-01', 0L), (DATE'2025-07-02', 4L),"
                        + " (DATE'2025-07-03', NULL), (DATE'2025-07-05', 8L) AS t(day, calls)")));
    assertEquals("64.0,270.0 232.0,168.0", points(picture, 0));
    assertEquals("736.0,66.0", points(picture, 1));
  }

  @Test
  void picturesOfNothingSayThatThereIsNothing() {
    assertTrue(
        BarChart.of("Nobody", answer("SELECT 'a' AS a, 1 AS b WHERE false")).contains("No rows."));
    assertTrue(
        LineChart.of("Never", answer("SELECT DATE'2025-07-01' AS a, 1 AS b WHERE false"))
            .contains("No rows."));
  }

  @Test
  void whatCannotBeDrawnIsSaid() {
    var bars =
        assertThrows(NotebookMistake.class, () -> BarChart.of("x", answer("SELECT 'a' AS a")));
    assertEquals("bars need a column of numbers.", bars.getMessage());
    var lines =
        assertThrows(
            NotebookMistake.class, () -> LineChart.of("x", answer("SELECT 'a' AS a, 1 AS b")));
    assertTrue(lines.getMessage().startsWith("lines need a day"), lines::getMessage);
  }

  private Answer answer(String sql) {
    return Answer.of(spark.sql(sql), MOST);
  }

  private static String points(Document picture, int line) {
    return picture
        .getElementsByTagName("polyline")
        .item(line)
        .getAttributes()
        .getNamedItem("points")
        .getNodeValue();
  }

  private static double width(Document picture, int rectangle) {
    return Double.parseDouble(
        picture
            .getElementsByTagName("rect")
            .item(rectangle)
            .getAttributes()
            .getNamedItem("width")
            .getNodeValue());
  }

  /** What is no XML is no picture. */
  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
