package aftermath.testing.wrong.identity;

import aftermath.exposure.RecordCube;
import aftermath.pipeline.Table;

/** Who somebody is does not depend on how they are counted. */
public final class LooksDownstream {
  private LooksDownstream() {}

  public static Table cube() {
    return RecordCube.TABLE;
  }
}
