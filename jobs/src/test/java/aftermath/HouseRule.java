package aftermath;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule of the house, and classes that break it on purpose.
 *
 * @param wrong classes each of which must be found out
 */
record HouseRule(String sentence, ArchRule rule, List<Class<?>> wrong) {

  static HouseRule rule(String sentence, ArchRule rule, Class<?>... wrong) {
    return new HouseRule(sentence, rule.as(sentence), List.of(wrong));
  }
}
