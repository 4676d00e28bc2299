package aftermath.incident;

/**
 * Who gets an extract.
 *
 * @param vocabulary the name of the regulator's vocabulary, as used in {@link Field#kinds()}
 */
public record Recipient(String name, String vocabulary) {}
