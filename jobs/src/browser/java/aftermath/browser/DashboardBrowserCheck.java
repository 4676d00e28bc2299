package aftermath.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.present.dashboard.DashboardServer;
import aftermath.present.dashboard.Shown;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard of the demo, as people see it and use it. Run by {@code ci/browser-check}. */
class DashboardBrowserCheck {
  private static final Path FILE = Path.of(System.getProperty("dashboard")).toAbsolutePath();
  private static final Path PICTURES = FILE.resolveSibling("pictures");
  private static final String PAGE = FILE.toUri().toString();
  private static final String NOT_DRAWN =
      ".card:not([hidden]) .chart:not([hidden]):not(:has(svg))";
  private static final int SECOND = 1_000;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void openBrowser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("chromium")))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  @AfterAll
  static void closeBrowser() {
    playwright.close();
  }

  @ParameterizedTest
  @CsvSource({"desktop,1280,LIGHT", "dark,1280,DARK", "phone,420,LIGHT", "small-phone,360,DARK"})
  void everyChartIsDrawnAndNothingIsComplainedAbout(String name, int width, ColorScheme scheme) {
    try (Look look = Look.at(browser, PAGE, scheme, width, 900)) {
      assertTrue(look.number("document.querySelectorAll('.chart svg').length") >= 15);
      assertEquals(0, look.page().locator(NOT_DRAWN).count());
      assertEquals(List.of(), look.complaints());
      assertEquals(List.of(PAGE), look.fetched(), "nothing but the file is fetched");
      assertEquals(
          look.number("document.documentElement.clientWidth"),
          look.number("document.documentElement.scrollWidth"),
          "the page does not scroll sideways");
      look.page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(PICTURES.resolve(name + ".png")));
    }
  }

  @Test
  void wordsArePaintedWithinASecond() {
    try (Look look = Look.at(browser, PAGE, ColorScheme.LIGHT, 1280, 900)) {
      int paint =
          look.number("performance.getEntriesByName('first-contentful-paint')[0].startTime");
      assertTrue(paint < SECOND, () -> paint + " ms");
    }
  }

  @Test
  void aSegmentIsChosenForAllChartsThatAreDividedByIt() {
    try (Look look = Look.at(browser, PAGE, ColorScheme.LIGHT, 1280, 900)) {
      assertTrue(look.text("[data-chart=parts] svg").contains("NSW"));
      look.page().locator("#whom select[data-filter=segment]").selectOption("age_band");
      for (String chart : List.of("parts", "severity", "reach", "take_up")) {
        String drawn = look.text("[data-chart=" + chart + "] svg");
        assertTrue(drawn.contains("25-44"), chart);
        assertFalse(drawn.contains("NSW"), chart);
      }
      assertEquals(
          "age_band", look.page().locator("#responding select[data-filter=segment]").inputValue());
      assertEquals(List.of(), look.complaints());
    }
  }

  @Test
  void numbersTurnIntoRates() {
    try (Look look = Look.at(browser, PAGE, ColorScheme.LIGHT, 1280, 900)) {
      assertFalse(look.text("[data-chart=parts] svg").contains("%"));
      look.page().getByLabel("Rate", new Page.GetByLabelOptions().setExact(true)).check();
      assertTrue(look.text("[data-chart=parts] svg").contains("%"));
      assertTrue(look.text("[data-chart=parts] [data-says]").contains("as a share of"));
    }
  }

  @Test
  void messagesAreThoseOfTheWaveAndTheChannel() {
    try (Look look = Look.at(browser, PAGE, ColorScheme.LIGHT, 1280, 900)) {
      assertTrue(look.text("[data-chart=rates] svg").contains("second · email · ses"));
      look.page().locator("select[data-filter=wave]").selectOption("first");
      look.page().locator("select[data-filter=channel]").selectOption("post");
      String rates = look.text("[data-chart=rates] svg");
      assertTrue(rates.contains("first · post"));
      assertFalse(rates.contains("email"));
      look.page().locator("select[data-filter=wave]").selectOption("third");
      assertEquals(
          "No message of this kind has been sent.", look.text("[data-chart=rates] .empty"));
      assertEquals(List.of(), look.complaints());
    }
  }

  @Test
  void everyOtherFilterChangesItsChart() {
    try (Look look = Look.at(browser, PAGE, ColorScheme.LIGHT, 1280, 900)) {
      String domains = drawn(look, "domains");
      String hours = drawn(look, "hours");
      look.page().getByLabel("Complaints").check();
      assertNotEquals(domains, drawn(look, "domains"));
      assertNotEquals(hours, drawn(look, "hours"));
      String takeUp = drawn(look, "take_up");
      look.page().getByLabel("called", new Page.GetByLabelOptions().setExact(true)).check();
      assertNotEquals(takeUp, drawn(look, "take_up"));
      String contacts = drawn(look, "contacts");
      look.page().locator("select[data-filter=line]").selectOption("overseas");
      assertNotEquals(contacts, drawn(look, "contacts"));
      assertEquals(List.of(), look.complaints());
    }
  }

  @Test
  void aFigureSaysWhatItMeansWhereThePointerIs() {
    try (Look look = Look.at(browser, PAGE, ColorScheme.LIGHT, 1280, 900)) {
      look.page().locator(".key .about").first().hover();
      assertEquals(1, look.page().locator("#tip:visible").count());
      assertTrue(look.text("#tip").contains("gold.affected_counts, version"), look.text("#tip"));
      assertTrue(look.text("#tip").contains("the count"), look.text("#tip"));
      look.page().locator("[data-chart=fields] .chart").scrollIntoViewIfNeeded();
      look.page().locator("[data-chart=fields] .chart svg").hover();
      assertTrue(look.text("[data-chart=fields] .chart").contains("records"));
    }
  }

  @Test
  void everythingIsReachedWithTheKeyboard() {
    try (Look look = Look.at(browser, PAGE, ColorScheme.LIGHT, 1280, 900)) {
      Page page = look.page();
      page.keyboard().press("Tab");
      assertEquals("To the answers", focused(look));
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertTrue(page.locator("#tip").isVisible(), "focus shows the definition");
      page.keyboard().press("Escape");
      assertFalse(page.locator("#tip").isVisible());

      Locator numbers = page.locator("[data-chart=fields] summary");
      numbers.focus();
      page.keyboard().press("Enter");
      page.locator("[data-chart=fields] table").waitFor();
      page.keyboard().press("Tab");
      assertEquals("region", page.evaluate("document.activeElement.getAttribute('role')"));
      Object outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth");
      assertEquals("3px", outline, "focus is seen");
      page.locator("#whom fieldset input").first().focus();
      page.keyboard().press("ArrowRight");
      assertTrue(look.text("[data-chart=parts] [data-says]").contains("as a share of"));
      assertEquals(List.of(), look.complaints());
    }
  }

  @Test
  void everyChartHasATableBehindIt() {
    try (Look look = Look.at(browser, PAGE, ColorScheme.LIGHT, 1280, 900)) {
      look.page()
          .evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
      look.page()
          .locator(".card:not([hidden]):has(.chart:not([hidden])):not(:has(details tbody tr))")
          .first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsShutOut(ColorScheme scheme) {
    try (Look look = Look.at(browser, PAGE, scheme, 1280, 900)) {
      look.page()
          .evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
      look.page().locator(".key .about").first().focus();
      assertEquals(List.of(), violations(look));
    }
    try (Look look = Look.at(browser, PAGE, scheme, 360, 740)) {
      assertEquals(List.of(), violations(look));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itIsPrintedOnTwoSheetsInLightColours(boolean isDark) {
    ColorScheme scheme = isDark ? ColorScheme.DARK : ColorScheme.LIGHT;
    try (Look look = Look.at(browser, PAGE, scheme, 1280, 900)) {
      look.page()
          .evaluate(
              "addEventListener('beforeprint', () => { window.drawn ="
                  + " [...document.querySelectorAll('.card:not(.screen):not([hidden])"
                  + " .chart:not([hidden])')].filter(chart => chart.querySelector('svg')).length;"
                  + " window.ink = getComputedStyle(document.body).color; })");
      assertEquals(2, sheets(look, "print"));
      assertTrue(look.number("window.drawn") >= 14, "all charts are on paper");
      assertEquals("rgb(23, 33, 43)", look.page().evaluate("window.ink"));
      assertEquals(List.of(), look.complaints());
    }
  }

  @ParameterizedTest
  @CsvSource({"crowded,1280", "crowded-phone,420"})
  void anIncidentThatIsLargeInEveryWayHasRoom(String name, int width) throws IOException {
    Path crowded = FILE.resolveSibling(name + ".html");
    Crowded.write(FILE, crowded);
    String address = crowded.toUri().toString();
    try (Look look = Look.at(browser, address, ColorScheme.LIGHT, width, 900)) {
      assertEquals(0, look.page().locator(NOT_DRAWN).count());
      assertEquals(
          look.number("document.documentElement.clientWidth"),
          look.number("document.documentElement.scrollWidth"),
          "the page does not scroll sideways");
      assertEquals(2, sheets(look, name));
      assertEquals(List.of(), look.complaints());
    }
  }

  @Test
  void theColoursOfChartsFollowThoseOfTheSystem() {
    try (Look look = Look.at(browser, PAGE, ColorScheme.LIGHT, 1280, 900)) {
      assertTrue(drawn(look, "fields").contains("#1d5fa6"));
      look.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      look.waitFor("[data-chart=fields] svg [fill='#79aeec']");
      assertFalse(drawn(look, "fields").contains("#1d5fa6"));
    }
  }

  @Test
  void smallCountsAreMarked() {
    try (Look look = Look.at(browser, PAGE, ColorScheme.LIGHT, 1280, 900)) {
      assertTrue(look.text("[data-chart=fields] svg").contains("8†"));
      assertTrue(look.text(".legend").contains("Fewer than 10: not for publication"));
    }
  }

  @Test
  void whereNothingIsThereYetItIsSaid() throws IOException {
    Path empty = FILE.resolveSibling("empty.html");
    WithoutRows.write(FILE, empty);
    try (Look look = Look.at(browser, empty.toUri().toString(), ColorScheme.LIGHT, 1280, 900)) {
      assertEquals(List.of(), look.complaints());
      assertEquals(0, look.number("document.querySelectorAll('.chart svg').length"));
      int cards = look.number("document.querySelectorAll('.card:not([hidden])').length");
      assertEquals(
          cards,
          look.number(
              "[...document.querySelectorAll('.card:not([hidden]) .empty')]"
                  + ".filter(each => each.textContent).length"));
      assertEquals(List.of(), violations(look));
    }
  }

  @Test
  void aServedPageShowsNewerFiguresByItself() throws IOException {
    var shown = new Moving(Files.readString(FILE));
    try (var server = DashboardServer.started(shown, Clock.systemUTC(), 0);
        Look look = Look.at(browser, server.address(), ColorScheme.LIGHT, 1280, 900)) {
      shown.isMoved = true;
      look.waitFor("main[data-newer]");
      assertEquals(List.of(), look.complaints());
    }
  }

  @Test
  void whoIsReadingIsNotInterrupted() throws IOException {
    var shown = new Moving(Files.readString(FILE));
    try (var server = DashboardServer.started(shown, Clock.systemUTC(), 0);
        Look look = Look.at(browser, server.address(), ColorScheme.LIGHT, 1280, 900)) {
      look.page().locator("[data-chart=fields] summary").click();
      shown.isMoved = true;
      look.page().getByText("There are newer figures.").waitFor();
      look.page().getByText("Show them").click();
      look.waitFor("main[data-newer]");
    }
  }

  private static String drawn(Look look, String chart) {
    return look.page().locator("[data-chart=" + chart + "] .chart").innerHTML();
  }

  /** Prints the page; returns on how many sheets. */
  private static long sheets(Look look, String name) {
    byte[] sheets =
        look.page()
            .pdf(
                new Page.PdfOptions()
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(true)
                    .setPath(PICTURES.resolve(name + ".pdf")));
    return Pattern.compile("/Type\\s*/Page\\b")
        .matcher(new String(sheets, StandardCharsets.ISO_8859_1))
        .results()
        .count();
  }

  private static Object focused(Look look) {
    return look.page().evaluate("document.activeElement.textContent");
  }

  private static List<String> violations(Look look) {
    return new AxeBuilder(look.page())
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }

  /** A page whose tables move once. */
  private static final class Moving implements Shown {
    private static final Pattern STAMP = Pattern.compile("\"stamp\":\"[0-9a-f]+\"");
    private final String page;
    private volatile boolean isMoved;

    Moving(String page) {
      this.page = page;
    }

    @Override
    public String stamp() {
      return isMoved ? "b" : "a";
    }

    @Override
    public String page() {
      String stamped = STAMP.matcher(page).replaceFirst("\"stamp\":\"" + stamp() + "\"");
      return isMoved ? stamped.replace("<main ", "<main data-newer ") : stamped;
    }
  }
}
