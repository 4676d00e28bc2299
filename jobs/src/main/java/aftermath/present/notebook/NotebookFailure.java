package aftermath.present.notebook;

import java.util.List;

/** Notebooks that could not be run to their end, as sentences. */
public final class NotebookFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private NotebookFailure(String sentence) {
    super(sentence);
  }

  static NotebookFailure ofJupyter(String step, int exit, String said) {
    return new NotebookFailure(
        "Jupyter could not %s (exit code %d). It said:%n%s".formatted(step, exit, said.strip()));
  }

  static NotebookFailure ofCells(List<String> cells) {
    return new NotebookFailure(
        "Nothing was written, since not every cell has an answer:%n  %s"
            .formatted(String.join(System.lineSeparator() + "  ", cells)));
  }
}
