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
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;

/** All tables of a recipient as one XLSX file, for people who open files by double-click. */
final class Workbook {
  private static final int LONGEST_NAME = 31;
  private static final int WIDEST = 60;
  private static final String CHANGES = "What has changed";
  private static final String LEFT_OUT = "n.p.";

  private final List<String> notes;
  private final List<TableView> views;
  private final Map<String, JsonNode> answers;
  private final Optional<Restatement> restatement;

  /**
   * @param notes lines of the first sheet
   * @param answers what the form asks and what is said, in its order
   */
  Workbook(
      List<String> notes,
      Map<String, JsonNode> answers,
      Optional<Restatement> restatement,
      List<TableView> views) {
    this.notes = notes;
    this.answers = answers;
    this.restatement = restatement;
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
      restatement.ifPresent(each -> write(each, book.newWorksheet(CHANGES)));
      var names = new HashSet<>(Set.of("about", "form", CHANGES.toLowerCase(Locale.ROOT)));
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

  private static void write(Restatement restatement, Worksheet sheet) {
    sheet.value(0, 0, restatement.title());
    sheet.style(0, 0).bold().set();
    int row = 1;
    for (String why : restatement.why()) {
      sheet.value(row++, 0, why);
    }
    sheet.value(row++, 0, restatement.counts());
    row++;
    for (int column = 0; column < Restatement.COLUMNS.size(); column++) {
      sheet.value(row, column, Restatement.COLUMNS.get(column));
      sheet.style(row, column).bold().set();
    }
    sheet.freezePane(0, ++row);
    for (Restatement.Changed each : restatement.changed()) {
      sheet.value(row, 0, each.table());
      sheet.value(row, 1, each.cell().words());
      number(sheet, row, 2, each.was());
      number(sheet, row, 3, each.is());
      if (each.change() != null) {
        number(sheet, row, 4, each.change());
      }
      row++;
    }
    sheet.width(0, 25);
    sheet.width(1, WIDEST);
  }

  /** A number, or that it is left out. */
  private static void number(Worksheet sheet, int row, int column, Long value) {
    if (value == null) {
      sheet.value(row, column, LEFT_OUT);
      sheet.style(row, column).horizontalAlignment("right").set();
    } else {
      sheet.value(row, column, value);
      sheet.style(row, column).format("#,##0").set();
    }
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
      number(sheet, row, column, line.shown().value());
      if (!line.shown().isPublished()) {
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
