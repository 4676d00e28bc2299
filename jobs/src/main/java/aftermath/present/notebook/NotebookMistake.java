package aftermath.present.notebook;

import aftermath.lakehouse.Causes;
import java.nio.file.Path;

/** A notebook, or what it needs to run, that is not as it should be; as a sentence. */
public final class NotebookMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private NotebookMistake(String sentence) {
    super(sentence);
  }

  static NotebookMistake noJupyter(String command) {
    return new NotebookMistake(
        ("Notebooks are run by Jupyter, and `%s nbconvert` is not there. Install it with `apt-get install"
                + " jupyter-nbconvert` or `pip install nbconvert`, or name the command with --jupyter.")
            .formatted(command));
  }

  static NotebookMistake noKernel(Path folder) {
    return new NotebookMistake(
        ("Jupyter's kernel for Java is not in %s. The build puts it there: run `./mvnw -DskipTests"
                + " package`.")
            .formatted(folder));
  }

  static NotebookMistake noSources(Path folder) {
    return new NotebookMistake(
        "There is no notebook (*.ipynb) in %s. Name their folder with --sources."
            .formatted(folder));
  }

  static NotebookMistake notANotebook(Path file, String reason) {
    return new NotebookMistake("%s is not a notebook: %s.".formatted(file, reason));
  }

  static NotebookMistake noWarehouse(String variable) {
    return new NotebookMistake(
        ("%s names no warehouse. Use the kernel that `./aftermath notebooks INCIDENT --install-kernel`"
                + " sets up.")
            .formatted(variable));
  }

  static NotebookMistake cannotBeAsked(Exception reason) {
    return new NotebookMistake("The query cannot be asked: " + Causes.inOneLine(reason));
  }

  static NotebookMistake nothingToDraw(String picture, String wanted) {
    return new NotebookMistake("%s need %s.".formatted(picture, wanted));
  }

  static NotebookMistake secretWouldBeWritten(String setting) {
    return new NotebookMistake(
        ("--conf %s looks like a secret, and the kernel's settings are written to a file. Give it in"
                + " the environment instead, as AWS_SECRET_ACCESS_KEY for example.")
            .formatted(setting));
  }
}
