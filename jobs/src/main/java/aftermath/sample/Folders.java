package aftermath.sample;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folders of a generation: empty before, and empty again if it fails. */
final class Folders {
  private final Generation generation;
  private final List<Path> files;

  Folders(Generation generation, List<Path> files) {
    this.generation = generation;
    this.files = new ArrayList<>(files);
  }

  void willWrite(Path file) {
    files.add(file);
  }

  /** Makes the folders, or refuses. */
  void prepare() {
    for (Path folder : List.of(generation.out(), generation.truth())) {
      try {
        if (generation.existing() == Existing.REPLACE) {
          removeEarlierFiles();
        } else if (Files.isDirectory(folder) && !isEmpty(folder)) {
          throw SampleProblem.notEmpty(folder);
        }
        Files.createDirectories(folder);
      } catch (IOException failure) {
        throw SampleProblem.unwritable(folder, failure);
      }
    }
  }

  /** Removes the files of this generation and the folders that are empty without them. */
  void removeWhatWasWritten() {
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
        Path folder = file.getParent();
        while (folder != null
            && !folder.equals(generation.out())
            && !folder.equals(generation.truth())
            && Files.isDirectory(folder)
            && isEmpty(folder)) {
          Files.delete(folder);
          folder = folder.getParent();
        }
      } catch (IOException leftBehind) {
        // The first failure is the one to report; a file that cannot be removed must not hide it.
        continue;
      }
    }
  }

  /** An earlier generation may have had more parts; only files of the same kind are touched. */
  private void removeEarlierFiles() throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    files.forEach(file -> folders.add(file.getParent()));
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      Set<String> shapes = new LinkedHashSet<>();
      files.stream()
          .filter(file -> file.getParent().equals(folder))
          .forEach(file -> shapes.add(shape(file)));
      try (Stream<Path> there = Files.list(folder)) {
        for (Path file : there.filter(Files::isRegularFile).toList()) {
          if (shapes.contains(shape(file))) {
            Files.delete(file);
          }
        }
      }
    }
    Files.deleteIfExists(generation.truth().resolve("summary.json"));
  }

  private static String shape(Path file) {
    return file.getFileName().toString().replaceAll("[0-9]+", "#");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }
}
