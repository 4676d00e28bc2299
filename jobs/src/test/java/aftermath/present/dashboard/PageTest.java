package aftermath.present.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.present.dashboard.Answer.KeyFigure;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final Pattern DATA =
      Pattern.compile("<script id=\"data\" type=\"application/json\">(.*?)</script>");

  private static final String NASTY = "</script><script>alert(1)</script><!-- {{charts}}";

  @Test
  void whatIsInTheDataStaysData() throws Exception {
    String page = page(NASTY);
    Matcher data = DATA.matcher(page);

    assertTrue(data.find());
    assertEquals(NASTY, new ObjectMapper().readTree(data.group(1)).get("said").asText());
    assertFalse(page.contains("<script>alert"), "neither in the data nor in the words");
  }

  @Test
  void wordsComeBeforeScripts() {
    String page = page("nothing");

    assertTrue(page.indexOf("An answer") < page.indexOf("<script"));
    assertTrue(page.indexOf("id=\"data\"") < page.indexOf("id=\"charts\""));
  }

  @Test
  void everyPlaceIsFilled() {
    assertFalse(Pattern.compile("\\{\\{[a-z_ ]+}}").matcher(page("nothing")).find());
  }

  @Test
  void nothingIsFetchedFromElsewhere() {
    String page = page("nothing");
    String ours = page.substring(0, page.indexOf("id=\"charts\""));

    assertFalse(Pattern.compile("(src|href)=\"(?!#|data:)").matcher(ours).find());
    assertTrue(ours.contains("default-src 'none'"));
  }

  private static String page(String said) {
    var answer =
        new Answer(
            "An answer " + said, List.of(new KeyFigure(said, "1", said, "", "gold.a.b")), Map.of());
    var answers = new HashMap<String, Answer>();
    for (String question : List.of("how_many", "exposed", "whom", "told", "responding", "trust")) {
      answers.put(question, answer);
    }
    var facts = new HashMap<String, String>();
    for (String fact :
        List.of("title", "organisation", "made", "zone", "newest", "minimum", "aware")) {
      facts.put(fact, said);
    }
    return new Page(facts, answers, Map.of("said", said)).text();
  }
}
