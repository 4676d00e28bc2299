package aftermath.lakehouse;

/** Another run is at work; it may be tried again later. */
public final class WarehouseBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WarehouseBusy(String owner, String lock) {
    super(
        ("Another run is working on this warehouse: %s. Wait for it to end; if it is no more, delete"
                + " %s and run again.")
            .formatted(owner, lock));
  }
}
