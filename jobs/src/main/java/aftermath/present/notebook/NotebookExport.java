package aftermath.present.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;

/**
 * Runs notebooks without anybody watching, and writes each with its outputs: as a notebook, and as
 * a page that needs nothing but a browser. Where nothing has changed the files do not either.
 */
public final class NotebookExport {
  private static final String TEMPLATE = "page";
  private static final List<String> TEMPLATE_FILES = List.of("conf.json", "index.html.j2");

  private final Jupyter jupyter;
  private final Kernel kernel;

  public NotebookExport(Jupyter jupyter, Kernel kernel) {
    this.jupyter = jupyter;
    this.kernel = kernel;
  }

  /** Lets every Jupyter of this user find the kernel, to work in the notebooks by hand. */
  public void installKernel() {
    kernel.assertNoSecrets();
    inATemporaryFolder(
        folder -> {
          kernel.describe(folder);
          jupyter.run(
              "install the kernel",
              folder,
              () -> {},
              List.of(
                  "kernelspec",
                  "install",
                  folder.resolve("kernels").resolve(Kernel.NAME).toString(),
                  "--user",
                  "--replace"));
        });
  }

  /**
   * Runs the notebooks and writes them.
   *
   * @param out folder of what is written; files of the same names are replaced
   * @param progress is told the name of each notebook when it has been run
   * @return the files
   * @throws NotebookFailure if a cell fails; then nothing is written
   */
  public List<Path> write(List<Notebook> notebooks, Path out, Consumer<String> progress) {
    var written = new ArrayList<Path>();
    inATemporaryFolder(
        folder -> {
          kernel.describe(folder);
          List<Notebook> run = run(notebooks, folder, progress);
          List<String> errors =
              run.stream().flatMap(each -> Outputs.errors(each).stream()).toList();
          if (!errors.isEmpty()) {
            throw NotebookFailure.ofCells(errors);
          }
          Files.createDirectories(out);
          for (Notebook notebook : run) {
            Path file = out.resolve(notebook.name() + Notebook.ENDING);
            Files.writeString(file, NotebookJson.written(Outputs.settled(notebook).content()));
            written.add(file);
          }
          writePages(written, folder);
        });
    return written;
  }

  private List<Notebook> run(List<Notebook> notebooks, Path folder, Consumer<String> progress)
      throws IOException {
    var oneRun = new OneRun(notebooks);
    Path marks = Files.createDirectory(folder.resolve("marks"));
    Path joined = folder.resolve("joined.ipynb");
    Files.writeString(joined, NotebookJson.written(oneRun.joined(marks)));
    var told = new ArrayList<String>();
    jupyter.run(
        "run the notebooks",
        folder,
        () -> {
          while (told.size() < notebooks.size()
              && Files.exists(OneRun.begun(marks, told.size() + 1))) {
            told.add(notebooks.get(told.size()).name());
            progress.accept(told.get(told.size() - 1));
          }
        },
        List.of(
            "nbconvert",
            "--to=notebook",
            "--execute",
            "--allow-errors",
            "--ExecutePreprocessor.kernel_name=" + Kernel.NAME,
            "--ExecutePreprocessor.timeout=-1",
            "--ExecutePreprocessor.startup_timeout=300",
            "--output=executed",
            joined.toString()));
    JsonNode executed = NotebookJson.read(Files.readString(folder.resolve("executed.ipynb")));
    return oneRun.parted(executed);
  }

  private void writePages(List<Path> notebooks, Path folder) throws IOException {
    Path template = Files.createDirectories(folder.resolve("templates").resolve(TEMPLATE));
    for (String file : TEMPLATE_FILES) {
      try (InputStream resource = NotebookExport.class.getResourceAsStream(file)) {
        Files.copy(resource, template.resolve(file));
      }
    }
    var arguments =
        new ArrayList<String>(
            List.of(
                "nbconvert",
                "--to=html",
                "--template=" + TEMPLATE,
                "--TemplateExporter.extra_template_basedirs=" + folder.resolve("templates")));
    notebooks.forEach(notebook -> arguments.add(notebook.toString()));
    jupyter.run("make pages of the notebooks", folder, () -> {}, arguments);
  }

  /** Work that may fail on files. */
  private interface Work {
    void in(Path folder) throws IOException;
  }

  private static void inATemporaryFolder(Work work) {
    try {
      Path folder = Files.createTempDirectory("aftermath-notebooks");
      try {
        work.in(folder);
      } finally {
        FileUtils.deleteDirectory(folder.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
