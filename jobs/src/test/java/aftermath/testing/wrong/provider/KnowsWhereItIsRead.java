package aftermath.testing.wrong.provider;

import aftermath.intake.BronzeTables;
import aftermath.pipeline.Table;

/** A format turns what was posted into events; where they are kept is not its business. */
public final class KnowsWhereItIsRead {
  private KnowsWhereItIsRead() {}

  public static Table kept() {
    return BronzeTables.NOTICE_EVENTS;
  }
}
