package aftermath.incident;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** A YAML text as a tree that remembers lines and columns. No value is turned into an object. */
final class YamlTree {

  /** An incident file is some four levels deep; a bomb of brackets is not worth its memory. */
  private static final int DEEPEST = 20;

  private YamlTree() {}

  /** The tree; absent if the text has nothing but comments and white space. */
  static Optional<Node> of(String text) throws Unusable {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(DEEPEST);
    try {
      return Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      throw new Unusable(
          mark == null
              ? Mistake.syntax(0, 0, e.getProblem())
              : Mistake.syntax(mark.getLine() + 1, mark.getColumn() + 1, e.getProblem()));
    } catch (ReaderException e) {
      TextPosition position = TextPosition.after(text, e.getPosition());
      throw new Unusable(
          Mistake.controlCharacter(position.line(), position.column(), e.getCodePoint()));
    } catch (YAMLException e) {
      throw new Unusable(Mistake.syntax(0, 0, String.valueOf(e.getMessage())));
    }
  }
}
