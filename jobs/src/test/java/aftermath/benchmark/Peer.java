package aftermath.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Does the work of a run of conf/qantas-2025.yaml in DuckDB, and writes down what each phase took.
 *
 * <p>Arguments: the folder of the delivered files, an empty folder for the tables, a file to append
 * the timings to. The key for pseudonyms comes from the environment, as ours does.
 */
public final class Peer {
  private static final List<String> PREPARATION = List.of("settings", "standard");
  private static final List<String> PHASES =
      List.of("intake", "resolve", "notices", "gold", "quality");

  /** The block length of SHA-256, which HMAC pads its key to (RFC 2104). */
  private static final int BLOCK = 64;

  private Peer() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    Path output = Path.of(arguments[1]);
    Path timings = Path.of(arguments[2]);
    String database = "jdbc:duckdb:" + output.resolve("peer.duckdb");
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      statement.execute("SET VARIABLE input = '" + arguments[0] + "'");
      statement.execute("SET VARIABLE output = '" + output + "'");
      setPads(statement, System.getenv("AFTERMATH_KEY").strip());
      for (String script : PREPARATION) {
        run(script, statement);
      }
      for (String phase : PHASES) {
        time(phase, statement, timings);
      }
    }
  }

  private static void setPads(Statement statement, String key) throws SQLException {
    byte[] secret = key.getBytes(StandardCharsets.UTF_8);
    if (secret.length > BLOCK) {
      throw new IllegalArgumentException("The benchmark takes keys of at most 64 bytes.");
    }
    statement.execute("SET VARIABLE inner_pad = unhex('" + padded(secret, 0x36) + "')");
    statement.execute("SET VARIABLE outer_pad = unhex('" + padded(secret, 0x5C) + "')");
  }

  private static String padded(byte[] secret, int filler) {
    byte[] pad = new byte[BLOCK];
    for (int at = 0; at < BLOCK; at++) {
      pad[at] = (byte) ((at < secret.length ? secret[at] : 0) ^ filler);
    }
    return HexFormat.of().formatHex(pad);
  }

  private static void time(String phase, Statement statement, Path timings)
      throws SQLException, IOException {
    var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpuBefore = process.getProcessCpuTime();
    long wallBefore = System.nanoTime();
    run(phase, statement);
    double wallSeconds = (System.nanoTime() - wallBefore) / 1e9;
    double cpuSeconds = (process.getProcessCpuTime() - cpuBefore) / 1e9;
    Files.writeString(
        timings,
        String.format(Locale.ROOT, "%s,-1,%.3f,%.3f%n", phase, wallSeconds, cpuSeconds),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static void run(String script, Statement statement) throws SQLException, IOException {
    for (String sql : Scripts.statements(script)) {
      try {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new SQLException("%s.sql: %s%n%s".formatted(script, e.getMessage(), sql), e);
      }
    }
  }
}
