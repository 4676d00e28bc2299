package aftermath.intake;

import java.io.Serializable;

/**
 * A file before anything of it has been read.
 *
 * @param problem why it cannot be read at all, as far as its folder tells; empty: nothing known
 */
record FoundFile(String path, long size, long modifiedAt, String problem) implements Serializable {}
