package aftermath.testing.wrong.exposure;

import aftermath.notice.Notices;
import aftermath.pipeline.Table;

/** Features at the same height do not know each other. */
public final class KnowsNotices {
  private KnowsNotices() {}

  public static Table notices() {
    return Notices.TABLE;
  }
}
