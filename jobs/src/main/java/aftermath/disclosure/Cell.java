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
 * @param known what everybody knows of the value if it is left out: by its mark, and by the rule
 *     that goes with the tables
 */
public record Cell(
    String id,
    double value,
    long contributors,
    double cost,
    CellStatus status,
    double lowerProtection,
    double upperProtection,
    Interval known) {

  /** A cell of which everybody knows that it is not negative, and no more. */
  public Cell(
      String id,
      double value,
      long contributors,
      double cost,
      CellStatus status,
      double lowerProtection,
      double upperProtection) {
    this(
        id,
        value,
        contributors,
        cost,
        status,
        lowerProtection,
        upperProtection,
        Interval.NOT_NEGATIVE);
  }

  /** The same cell with other protection levels. */
  public Cell protectedBy(double lower, double upper) {
    return new Cell(id, value, contributors, cost, status, lower, upper, known);
  }

  public boolean isPrimary() {
    return status == CellStatus.PRIMARY;
  }

  /** True of what no pattern publishes: sensitive cells, and those that stand in no table. */
  public boolean isNeverPublished() {
    return status == CellStatus.PRIMARY || status == CellStatus.IN_NO_TABLE;
  }

  public boolean mayBeSuppressed() {
    return status != CellStatus.PUBLISHED;
  }

  /** True if an attacker must not come too close to the value. */
  public boolean needsProtection() {
    return isNeverPublished() && (lowerProtection > 0 || upperProtection > 0);
  }

  /** True if one contributor alone stands in it, who therefore knows its value. */
  public boolean isSingleton() {
    return contributors == 1;
  }
}
