package aftermath.present.notebook;

import java.util.Map;

/** What a kernel is told when it is started. */
final class Surroundings {
  private static final String WAREHOUSE = "AFTERMATH_WAREHOUSE";
  private static final String MASTER = "AFTERMATH_MASTER";

  private Surroundings() {}

  static Map<String, String> of(String warehouse, String master) {
    return Map.of(WAREHOUSE, warehouse, MASTER, master);
  }

  static String warehouse() {
    String warehouse = System.getenv(WAREHOUSE);
    if (warehouse == null) {
      throw NotebookMistake.noWarehouse(WAREHOUSE);
    }
    return warehouse;
  }

  static String master() {
    return System.getenv().getOrDefault(MASTER, "local[*]");
  }
}
