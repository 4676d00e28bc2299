package aftermath.testing;

import aftermath.lakehouse.Sessions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the Spark session that the program itself would open. All tests of the JVM share one,
 * because starting a session takes longer than most tests; it is closed when the last test has run.
 */
public final class SparkSessionForTests implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SparkSessionForTests.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session(context);
  }

  static SparkSession session(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
        .session();
  }

  private record Shared(SparkSession session) implements ExtensionContext.Store.CloseableResource {

    Shared() {
      this(Sessions.open("local[2]", Sessions.FOR_LITTLE_DATA));
    }

    @Override
    public void close() {
      session.stop();
    }
  }
}
