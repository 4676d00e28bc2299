package aftermath.disclosure;

/**
 * A total and what it is the sum of.
 *
 * @param id what it is called in files and errors
 * @param total place of the cell that is the sum
 * @param children places of the cells that add up to it
 */
@SuppressWarnings("ArrayRecordComponent") // A list of boxed places is read in the innermost loops.
public record Equation(String id, int total, int[] children) {}
