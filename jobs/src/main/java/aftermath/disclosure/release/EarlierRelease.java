package aftermath.disclosure.release;

import java.util.List;

/** A release that has gone out: whoever reads the next one has it. */
public record EarlierRelease(int number, List<ReleasedCell> cells) {}
