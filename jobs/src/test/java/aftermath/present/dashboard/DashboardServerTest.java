package aftermath.present.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DashboardServerTest {
  private final Tables tables = new Tables();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void thePageIsMadeAgainWhenTablesHaveMoved() throws Exception {
    try (var server = DashboardServer.started(tables, tables, 0)) {
      assertEquals("page 1 of a", get(server, "").body());
      assertEquals("page 1 of a", get(server, "").body(), "nothing moved");
      assertEquals("{\"stamp\":\"a\"}\n", get(server, "version").body());

      tables.move("b");

      assertEquals("{\"stamp\":\"b\"}\n", get(server, "version").body());
      assertEquals("page 2 of b", get(server, "").body());
    }
  }

  @Test
  void nothingElseIsThereAndNothingCanBeSent() throws Exception {
    try (var server = DashboardServer.started(tables, tables, 0)) {
      assertEquals(404, get(server, "warehouse").statusCode());
      HttpRequest post =
          HttpRequest.newBuilder(URI.create(server.address()))
              .POST(HttpRequest.BodyPublishers.ofString("x"))
              .build();
      assertEquals(405, client.send(post, BodyHandlers.ofString()).statusCode());
      assertEquals("no-store", get(server, "").headers().firstValue("Cache-Control").orElseThrow());
    }
  }

  @Test
  void whoComesByAnotherNameIsNotAnswered() throws Exception {
    try (var server = DashboardServer.started(tables, tables, 0)) {
      URI address = URI.create(server.address());
      try (var socket = new Socket(address.getHost(), address.getPort())) {
        socket
            .getOutputStream()
            .write(
                "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
      }
    }
  }

  @Test
  void aPortThatIsTakenIsSaidToBe() throws Exception {
    try (var server = DashboardServer.started(tables, tables, 0)) {
      int taken = URI.create(server.address()).getPort();
      assertThrows(BindException.class, () -> DashboardServer.started(tables, tables, taken));
    }
  }

  @Test
  void nobodyIsAnsweredOnceItIsClosed() throws Exception {
    var server = DashboardServer.started(tables, tables, 0);
    server.close();

    assertThrows(ConnectException.class, () -> get(server, ""));
  }

  private HttpResponse<String> get(DashboardServer server, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
        BodyHandlers.ofString());
  }

  /** Tables that move when they are told to, an hour later each time. */
  private static final class Tables extends Clock implements Shown {
    private volatile String stamp = "a";
    private volatile Instant now = Instant.parse("2025-03-03T00:00:00Z");
    private int pages;

    void move(String to) {
      stamp = to;
      now = now.plusSeconds(3600);
    }

    @Override
    public String stamp() {
      return stamp;
    }

    @Override
    public String page() {
      return "page %d of %s".formatted(++pages, stamp);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
