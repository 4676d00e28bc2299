package aftermath.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;

/** A page in a browser, and what the browser complained about or fetched. */
final class Look implements AutoCloseable {
  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> fetched = new ArrayList<>();
  private final Page page;

  private Look(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(request -> fetched.add(request.url()));
  }

  /** Opens an address; returns when all charts are drawn, looked at or not. */
  static Look at(Browser browser, String address, ColorScheme scheme, int width, int height) {
    var look =
        new Look(
            browser.newContext(
                new Browser.NewContextOptions()
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(width, height)));
    look.page.navigate(address);
    look.waitFor("html.drawn");
    return look;
  }

  Page page() {
    return page;
  }

  List<String> complaints() {
    return complaints;
  }

  List<String> fetched() {
    return fetched;
  }

  /** Waits for an element. The page allows no text to become a script, and so no condition. */
  void waitFor(String selector) {
    page.locator(selector)
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }

  int number(String expression) {
    return ((Number) page.evaluate(expression)).intValue();
  }

  String text(String selector) {
    return page.locator(selector).first().textContent();
  }

  @Override
  public void close() {
    context.close();
  }
}
