package aftermath.lineage;

import io.openlineage.client.Clients;
import io.openlineage.client.DefaultConfigPathProvider;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.OpenLineageConfig;
import io.openlineage.client.transports.ApiKeyTokenProvider;
import io.openlineage.client.transports.HttpConfig;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends events to whoever keeps the lineage. A run never fails because nobody listens: it is said
 * once, and the rest is not sent.
 */
public final class LineageClient {

  /** The address of a server; what else there is to say stands in {@code openlineage.yml}. */
  public static final String URL = "OPENLINEAGE_URL";

  private static final String API_KEY = "OPENLINEAGE_API_KEY";
  private static final String SETTINGS = "OPENLINEAGE__";

  private static final String NAMESPACE = "OPENLINEAGE_NAMESPACE";

  private final OpenLineageClient client;
  private final String namespace;
  private final Consumer<String> say;
  private boolean isHeard = true;

  /**
   * @param namespace of the jobs, as the organisation calls this installation
   */
  LineageClient(OpenLineageClient client, String namespace, Consumer<String> say) {
    this.client = client;
    this.namespace = namespace;
    this.say = say;
  }

  /**
   * A client as the environment describes it, by OpenLineage's own rules; empty if nothing does.
   *
   * @param say tells people that events cannot be sent
   */
  public static Optional<LineageClient> of(Map<String, String> environment, Consumer<String> say) {
    if (Boolean.parseBoolean(environment.get("OPENLINEAGE_DISABLED"))) {
      return Optional.empty();
    }
    String namespace = environment.getOrDefault(NAMESPACE, "aftermath");
    boolean isInFile =
        new DefaultConfigPathProvider().getPaths().stream().anyMatch(Files::isRegularFile);
    boolean isInSettings =
        environment.keySet().stream().anyMatch(name -> name.startsWith(SETTINGS));
    if (isInFile || isInSettings) {
      return Optional.of(new LineageClient(Clients.newClient(), namespace, say));
    }
    return Optional.ofNullable(environment.get(URL))
        .map(url -> new LineageClient(Clients.newClient(server(url, environment)), namespace, say));
  }

  String namespace() {
    return namespace;
  }

  private static OpenLineageConfig<?> server(String url, Map<String, String> environment) {
    var http = new HttpConfig();
    http.setUrl(URI.create(url));
    Optional.ofNullable(environment.get("OPENLINEAGE_ENDPOINT")).ifPresent(http::setEndpoint);
    Optional.ofNullable(environment.get(API_KEY))
        .ifPresent(
            key -> {
              var token = new ApiKeyTokenProvider();
              token.setApiKey(key);
              http.setAuth(token);
            });
    var configuration = new OpenLineageConfig<>();
    configuration.setTransportConfig(http);
    return configuration;
  }

  /** Tables are made at once, and events are written one after the other. */
  synchronized void send(RunEvent event) {
    if (!isHeard) {
      return;
    }
    try {
      client.emit(event);
    } catch (RuntimeException e) {
      isHeard = false;
      say.accept(
          "Lineage cannot be told (%s); the run goes on without. Check %s or openlineage.yml."
              .formatted(e.getClass().getSimpleName(), URL));
    }
  }
}
