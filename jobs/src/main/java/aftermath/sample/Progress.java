package aftermath.sample;

/**
 * How far a generation has come.
 *
 * @param file the file that just grew, relative to its folder
 * @param rows rows written so far, in all files
 * @param expectedRows about how many there will be
 */
public record Progress(String file, long rows, long expectedRows) {}
