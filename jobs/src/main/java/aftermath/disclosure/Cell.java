package aftermath.disclosure;

/**
 * A cell of a table that may be published.
 *
 * @param id what it is called in files and errors
 * @param value what would be published; not negative
 * @param contributors how many people or units the value is made of
 * @param cost what it costs to leave the value out; not negative
 * @param lowerProtection how far below the value an attacker must at least have to reckon with it
 * @param upperProtection how far above
 */
public record Cell(
    String id,
    double value,
    long contributors,
    double cost,
    CellStatus status,
    double lowerProtection,
    double upperProtection) {

  public boolean isPrimary() {
    return status == CellStatus.PRIMARY;
  }

  public boolean mayBeSuppressed() {
    return status != CellStatus.PUBLISHED;
  }

  /** True if one contributor alone stands in it, who therefore knows its value. */
  public boolean isSingleton() {
    return contributors == 1;
  }
}
