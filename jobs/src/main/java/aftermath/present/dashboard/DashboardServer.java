package aftermath.present.dashboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shows a dashboard to whoever sits at this machine, and nobody else. The page asks every few
 * seconds whether it is still the newest; it is made again when tables have other versions.
 */
public final class DashboardServer implements AutoCloseable {
  /** So long no table is asked again, however many pages are open. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  /** 127.0.0.1, which no other machine reaches. */
  private static final byte[] HERE = {127, 0, 0, 1};

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int MISDIRECTED = 421;
  private static final int FAILED = 500;

  private final Shown dashboard;
  private final Clock clock;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private Instant asked = Instant.EPOCH;
  private String stamp = "";
  private String shown = "";
  private byte[] page = {};

  private DashboardServer(Shown dashboard, Clock clock, HttpServer server) {
    this.dashboard = dashboard;
    this.clock = clock;
    this.server = server;
  }

  /**
   * Begins to serve.
   *
   * @param port 0: any that is free
   * @throws IOException if the port is taken
   */
  public static DashboardServer started(Shown dashboard, Clock clock, int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByAddress(HERE), port);
    var it = new DashboardServer(dashboard, clock, HttpServer.create(address, 0));
    it.server.setExecutor(it.workers);
    it.server.createContext("/", it::answer);
    it.server.start();
    return it;
  }

  public String address() {
    return "http://127.0.0.1:%d/".formatted(port());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isForHere(exchange)) {
        send(exchange, MISDIRECTED, "text/plain", "This is not the address of the dashboard.\n");
      } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        send(exchange, NOT_ALLOWED, "text/plain", "The dashboard can only be looked at.\n");
      } else {
        answerPath(exchange);
      }
    } catch (RuntimeException e) {
      send(
          exchange, FAILED, "text/plain", "The tables could not be read; try again in a moment.\n");
    }
  }

  private void answerPath(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/" -> send(exchange, OK, "text/html", newestPage());
      case "/version" ->
          send(exchange, OK, "application/json", "{\"stamp\":\"" + newestStamp() + "\"}\n");
      default -> send(exchange, NOT_FOUND, "text/plain", "There is nothing but the dashboard.\n");
    }
  }

  /** A page of elsewhere could have a name of its own lead here, and read what is answered. */
  private boolean isForHere(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return ("127.0.0.1:" + port()).equals(host) || ("localhost:" + port()).equals(host);
  }

  private synchronized byte[] newestPage() {
    String newest = newestStamp();
    if (!newest.equals(shown)) {
      page = dashboard.page().getBytes(StandardCharsets.UTF_8);
      shown = newest;
    }
    return page;
  }

  private synchronized String newestStamp() {
    Instant now = clock.instant();
    if (now.isAfter(asked.plus(FRESH))) {
      stamp = dashboard.stamp();
      asked = now;
    }
    return stamp;
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
    if (!isHead) {
      exchange.getResponseBody().write(body);
    }
  }
}
