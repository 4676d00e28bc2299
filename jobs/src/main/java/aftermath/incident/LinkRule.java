package aftermath.incident;

import java.util.List;

/**
 * An exact rule.
 *
 * @param name what the rule is called in reports; unique within its list
 * @param same the attributes that must be present and equal on both sides
 */
public record LinkRule(String name, List<String> same) {}
