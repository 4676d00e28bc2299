package aftermath.sample;

import java.util.List;
import java.util.stream.Stream;

/** Words of which the earlier are drawn more often. */
final class WordList {
  private final Word[] words;
  private final Weighted frequency;

  private WordList(List<String> words) {
    this.words = words.stream().map(Word::of).toArray(Word[]::new);
    this.frequency = Weighted.falling(words.size());
  }

  static WordList read(String resource) {
    return ofLines(Resources.lines(resource));
  }

  static WordList ofLines(List<String> lines) {
    return new WordList(
        lines.stream()
            .flatMap(line -> Stream.of(line.split(",")))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList());
  }

  Word pick(long bits) {
    return words[frequency.pick(bits)];
  }

  Word next(Word word) {
    for (int i = 0; i < words.length; i++) {
      if (words[i] == word) {
        return words[(i + 1) % words.length];
      }
    }
    return words[0];
  }
}
