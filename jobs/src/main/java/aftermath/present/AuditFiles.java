package aftermath.present;

import aftermath.disclosure.suppression.AuditReport;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The audit as a file for machines and as a page for people. */
public final class AuditFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private AuditFiles() {}

  /** Writes {@code audit.json} and {@code audit.md}. */
  public static void write(Path folder, AuditReport audit) throws IOException {
    JSON.writeValue(folder.resolve("audit.json").toFile(), audit);
    Files.writeString(folder.resolve("audit.md"), page(audit));
  }

  /** The page, in Markdown. */
  public static String page(AuditReport audit) {
    var page = new StringBuilder();
    page.append("# What can be worked out of the suppressed cells\n\n");
    page.append(
        audit.isPassed()
            ? "Passed: nobody comes closer to a sensitive cell than its protection levels allow.\n\n"
            : "**Not passed.** Too close to: %s.\n\n".formatted(String.join(", ", audit.open())));
    page.append(
        "%,d cells in %,d equations; %,d sensitive, %,d more suppressed; %,d linear programs.%s%n%n"
            .formatted(
                audit.cells(),
                audit.equations(),
                audit.primary(),
                audit.complementary(),
                audit.linearPrograms(),
                audit.singletonAttackers() == 0
                    ? ""
                    : " Also %,d lone contributors attacked, each knowing their own cell."
                        .formatted(audit.singletonAttackers())));
    page.append("An attacker knows all that is published, every total, and that no value is");
    page.append(" negative.\n\n| cell | why | from | to | protected |\n|---|---|---:|---:|---|\n");
    for (AuditReport.Suppressed cell : audit.suppressed()) {
      page.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  cell.cell(),
                  cell.isPrimary() ? "sensitive" : "complementary",
                  number(cell.low()),
                  cell.high() == null ? "no limit" : number(cell.high()),
                  cell.isPrimary() ? (cell.isProtected() ? "yes" : "NO") : ""));
    }
    return page.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.2f", value).replaceAll("\\.00$", "");
  }
}
