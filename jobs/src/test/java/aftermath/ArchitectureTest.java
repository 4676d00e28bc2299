package aftermath;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The program keeps the rules of the house, and each rule bites. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("aftermath");

  @TestFactory
  Stream<DynamicTest> theProgramKeepsEveryRule() {
    return HouseRules.all().stream()
        .map(rule -> dynamicTest(rule.sentence(), () -> rule.rule().check(PROGRAM)));
  }

  @TestFactory
  Stream<DynamicTest> whoeverBreaksARuleIsFoundOut() {
    return HouseRules.all().stream()
        .flatMap(rule -> rule.wrong().stream().map(wrong -> foundOut(rule, wrong)));
  }

  private static DynamicTest foundOut(HouseRule rule, Class<?> wrong) {
    JavaClasses broken = new ClassFileImporter().importClasses(wrong);
    return dynamicTest(
        wrong.getSimpleName() + " breaks: " + rule.sentence(),
        () -> assertTrue(rule.rule().evaluate(broken).hasViolation()));
  }
}
