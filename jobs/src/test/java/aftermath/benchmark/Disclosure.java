package aftermath.benchmark;

import aftermath.disclosure.CellsFile;
import aftermath.disclosure.EquationsFile;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.MadeTables;
import aftermath.disclosure.MadeTables.Dimension;
import aftermath.disclosure.suppression.AuditReport;
import aftermath.disclosure.suppression.Suppression;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Suppresses tables whose best answer is known, and compares. Where intervals are published, the
 * cells they are of are suppressed and nothing else, and the audit has to find the same intervals.
 *
 * <p>Arguments: seconds at most for each, folder, what titles begin with, number of made-up people.
 */
final class Disclosure {
  private static final List<Dimension> MADE =
      List.of(
          new Dimension("activity", List.of(6, 5, 5, 4, 4, 3, 3, 2, 2, 1)),
          new Dimension("size", List.of(1, 1, 1, 1)),
          new Dimension("region", List.of(4, 3, 3, 2, 2)),
          new Dimension("type", List.of(1, 1, 1, 1, 1)));

  private Disclosure() {}

  public static void main(String[] arguments) throws IOException {
    Duration atMost = Duration.ofSeconds(Long.parseLong(arguments[0]));
    int made = Integer.parseInt(arguments[3]);
    System.out.printf(
        "%-26s %6s %8s %10s %16s %16s %16s %-24s %7s %7s%n",
        "tables",
        "cells",
        "primary",
        "secondary",
        "cost",
        "best known",
        "none below",
        "audit",
        "CPU s",
        "wall s");
    if (made > 0) {
      suppress(
          "made of " + made,
          MadeTables.of(new Random(7), MADE, made, 9),
          JsonMapper.builder().build().createObjectNode(),
          "",
          atMost);
      return;
    }
    try (Stream<Path> folders = Files.list(Path.of(arguments[1]))) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        if (folder.getFileName().toString().startsWith(arguments[2])) {
          suppress(folder, atMost);
        }
      }
    }
  }

  private static void suppress(Path folder, Duration atMost) throws IOException {
    CellsFile cells = CellsFile.read(folder.resolve("cells.csv"));
    var tables =
        new LinkedTables(
            cells.cells(), EquationsFile.read(folder.resolve("equations.csv"), cells.cells()));
    JsonNode expected = expected(folder);
    String intervals = intervals(cells, tables, expected.path("audit_intervals"));
    suppress(folder.getFileName().toString(), tables, expected, intervals, atMost);
  }

  private static void suppress(
      String title, LinkedTables tables, JsonNode expected, String intervals, Duration atMost) {
    long cpu = cpu();
    long wall = System.nanoTime();
    Suppression.Result result =
        Suppression.choose(
            tables,
            new Suppression.Options(false, atMost),
            (cost, bound, inequalities) -> {
              if (System.getProperty("trace") != null) {
                System.err.printf(
                    "%6.1f s  cost %.4f  none below %.4f  %d inequalities%n",
                    (System.nanoTime() - wall) / 1e9, cost, bound, inequalities);
              }
            });
    double cpuSeconds = (cpu() - cpu) / 1e9;
    double wallSeconds = (System.nanoTime() - wall) / 1e9;
    AuditReport audit = AuditReport.of(tables, result.suppressed(), false);
    String known = expected.at("/oracle_cost/cost_secondary").asText("");
    System.out.printf(
        "%-26s %6d %8d %10d %16.4f %16s %16.4f %-24s %7.1f %7.1f%n",
        title,
        audit.cells(),
        audit.primary(),
        audit.complementary(),
        result.cost(),
        known.isEmpty() ? "" : "%.4f".formatted(Double.parseDouble(known)),
        result.lowerBound(),
        (audit.isPassed() ? "passed" : audit.open().size() + " open") + intervals,
        cpuSeconds,
        wallSeconds);
  }

  /** How many of the intervals that are published are found, if any are. */
  private static String intervals(CellsFile cells, LinkedTables tables, JsonNode published) {
    var wanted = new TreeMap<String, JsonNode>();
    published.fields().forEachRemaining(entry -> wanted.put(entry.getKey(), entry.getValue()));
    if (wanted.isEmpty()) {
      return "";
    }
    Map<String, String> names = new TreeMap<>();
    for (int i = 0; i < tables.size(); i++) {
      names.put(tables.cell(i).id(), String.join("|", cells.codes().get(i)));
    }
    AuditReport audit =
        AuditReport.of(
            tables, tables.places(cell -> wanted.containsKey(names.get(cell.id()))), false);
    var same = new ArrayList<String>();
    for (AuditReport.Suppressed cell : audit.suppressed()) {
      JsonNode interval = wanted.get(names.get(cell.cell()));
      double high = cell.high() == null ? Double.POSITIVE_INFINITY : cell.high();
      if (Math.abs(interval.get(0).asDouble() - cell.low()) < 1e-6
          && Math.abs(interval.get(1).asDouble() - high) < 1e-6) {
        same.add(cell.cell());
      }
    }
    return ", %d of %d intervals".formatted(same.size(), wanted.size());
  }

  private static JsonNode expected(Path folder) throws IOException {
    Path file = folder.resolve("expected.json");
    JsonMapper json = JsonMapper.builder().build();
    return Files.exists(file) ? json.readTree(file.toFile()) : json.createObjectNode();
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
