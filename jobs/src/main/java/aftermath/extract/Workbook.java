package aftermath.extract;

import aftermath.extract.TableView.Line;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;

/** All tables of a recipient as one XLSX file, for people who open files by double-click. */
final class Workbook {
  private static final int LONGEST_NAME = 31;
  private static final int WIDEST = 60;

  private final List<String> notes;
  private final List<TableView> views;
  private final Map<String, JsonNode> answers;

  /**
   * @param notes lines of the first sheet
   * @param answers what the form asks and what is said, in its order
   */
  Workbook(List<String> notes, Map<String, JsonNode> answers, List<TableView> views) {
    this.notes = notes;
    this.answers = answers;
    this.views = views;
  }

  byte[] bytes(Date madeAt) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new org.dhatim.fastexcel.Workbook(bytes, "Aftermath", "1.0")) {
      book.properties().setCompany("");
      writeNotes(book.newWorksheet("About"));
      if (!answers.isEmpty()) {
        writeAnswers(book.newWorksheet("Form"));
      }
      var names = new HashSet<>(Set.of("about", "form"));
      for (TableView view : views) {
        write(view, book.newWorksheet(sheetName(view.table().name(), names)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void writeNotes(Worksheet sheet) {
    for (int row = 0; row < notes.size(); row++) {
      sheet.value(row, 0, notes.get(row));
    }
    sheet.style(0, 0).bold().set();
    sheet.width(0, 110);
  }

  private void writeAnswers(Worksheet sheet) {
    var row = new int[] {0};
    answers.forEach(
        (question, answer) -> {
          sheet.value(row[0], 0, question);
          if (answer.isIntegralNumber()) {
            sheet.value(row[0]++, 1, answer.asLong());
          } else {
            sheet.value(row[0]++, 1, answer.asText());
          }
        });
    sheet.width(0, 50);
    sheet.width(1, 80);
  }

  private static void write(TableView view, Worksheet sheet) {
    sheet.value(0, 0, view.table().title());
    sheet.style(0, 0).bold().set();
    var header = new ArrayList<>(view.columns());
    header.addAll(List.of("counted", "value", "status"));
    for (int column = 0; column < header.size(); column++) {
      sheet.value(2, column, header.get(column));
      sheet.style(2, column).bold().set();
      sheet.width(column, width(view, column, header.get(column)));
    }
    int row = 3;
    for (Line line : view.lines()) {
      int column = 0;
      for (String code : line.codes()) {
        sheet.value(row, column++, code.equals("_T") ? "total" : code);
      }
      sheet.value(row, column++, line.measure().word());
      if (line.shown().isPublished()) {
        sheet.value(row, column, line.shown().value());
        sheet.style(row, column).format("#,##0").set();
      } else {
        sheet.value(row, column, "n.p.");
        sheet.style(row, column).horizontalAlignment("right").set();
        sheet.value(row, column + 1, line.shown().confidentiality());
      }
      row++;
    }
    sheet.freezePane(0, 3);
  }

  private static int width(TableView view, int column, String header) {
    int longest =
        view.lines().stream()
            .filter(line -> column < line.codes().size())
            .mapToInt(line -> line.codes().get(column).length())
            .max()
            .orElse(0);
    return Math.min(WIDEST, 2 + Math.max(longest, header.length()));
  }

  /** Excel allows 31 characters and no name twice, in whatever case. */
  private static String sheetName(String name, Set<String> taken) {
    String start = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    String free = start;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      String end = "-" + i;
      free = start.substring(0, Math.min(start.length(), LONGEST_NAME - end.length())) + end;
    }
    return free;
  }
}
