package aftermath.functions;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The functions that Spark's own expressions lack, as a catalog: with {@code
 * spark.sql.catalog.aftermath = aftermath.functions.Functions} they are called {@code
 * aftermath.phone(phone, 'AU', '')} in SQL. They are static methods on Spark's own string type, so
 * that generated code calls them without boxing or copying.
 */
public final class Functions implements FunctionCatalog {

  /** The name under which the catalog is registered. */
  public static final String CATALOG = "aftermath";

  private static final Map<String, UnboundFunction> BY_NAME =
      Stream.concat(scalars(), Stream.of(Profile.Depth.values()).map(Profile::new))
          .collect(Collectors.toUnmodifiableMap(UnboundFunction::name, Function.identity()));

  private static Stream<UnboundFunction> scalars() {
    return Stream.of(
            new BlockingKeys(),
            new CalendarDate(),
            new Code(),
            new DecimalNumber(),
            new Detectors(),
            new Email(),
            new Flag(),
            new IdentifierText(),
            new KeySet(),
            new LookOf(),
            new Name(),
            new PackedKeys(),
            new PackedValues(),
            new Phone(),
            new SampleOfKeys(),
            new SharesAKey(),
            new Text())
        .<UnboundFunction>map(OneSignature::new);
  }

  private String name = CATALOG;

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Identifier[] listFunctions(String[] namespace) {
    if (namespace.length > 0) {
      return new Identifier[0];
    }
    return BY_NAME.keySet().stream()
        .sorted()
        .map(function -> Identifier.of(namespace, function))
        .toArray(Identifier[]::new);
  }

  @Override
  public UnboundFunction loadFunction(Identifier identifier) throws NoSuchFunctionException {
    UnboundFunction found = BY_NAME.get(identifier.name());
    if (found == null || identifier.namespace().length > 0) {
      throw new NoSuchFunctionException(identifier);
    }
    return found;
  }
}
