package aftermath.intake;

/** Which half of what a delivery holds. */
enum RowsWanted {
  KEPT,
  SET_ASIDE
}
