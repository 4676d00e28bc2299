package aftermath.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The pipeline run once on the samples of the repository, for all tests of the JVM that only look.
 */
public final class DemoRun implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(DemoRun.class);

  /** The filled warehouse, which nobody changes. What many ask of it is read once. */
  public static final class Done {
    private final DemoWarehouse warehouse;
    private PersonalValues personalValues;
    private Contents whateverTheDeliveries;

    private Done(DemoWarehouse warehouse) {
      this.warehouse = warehouse;
    }

    public DemoWarehouse warehouse() {
      return warehouse;
    }

    /** All that was taken in of any person. */
    public synchronized PersonalValues personalValues() {
      if (personalValues == null) {
        personalValues = PersonalValues.of(warehouse);
      }
      return personalValues;
    }

    /** What any other warehouse must hold too, however the same was delivered. */
    public synchronized Contents whateverTheDeliveries() {
      if (whateverTheDeliveries == null) {
        whateverTheDeliveries = Contents.whateverTheDeliveries(warehouse);
      }
      return whateverTheDeliveries;
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Done.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Done.class, key -> run(context), Done.class);
  }

  private static Done run(ExtensionContext context) {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo-");
      var warehouse = new DemoWarehouse(SparkSessionForTests.session(context), folder);
      warehouse.run(DemoWarehouse.SAMPLES);
      return new Done(warehouse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
