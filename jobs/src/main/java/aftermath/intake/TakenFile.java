package aftermath.intake;

import java.io.Serializable;
import java.time.Instant;

/** A file that an earlier run took in for the same source. */
public record TakenFile(String path, long size, Instant modifiedAt, String sha256)
    implements Serializable {}
