package aftermath.incident;

import java.util.List;
import java.util.Map;

/**
 * An exposable field: what is told to people and regulators as "this of yours was there".
 *
 * @param from the attributes that show it: the field is exposed when one of them is present
 * @param kinds what each regulator's vocabulary calls it, by the vocabulary's name
 * @param dataProcessingContext ENISA's DPC score of the field, 1 (simple) to 4 (sensitive)
 * @param easeOfIdentification ENISA's EI of the field: 0.25, 0.5, 0.75 or 1
 */
public record Field(
    String name,
    String title,
    List<String> from,
    Map<String, String> kinds,
    int dataProcessingContext,
    double easeOfIdentification) {}
