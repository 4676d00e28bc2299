package aftermath.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the files that the paths of a source mean; nothing that is left out goes unsaid. */
final class Deliveries {

  private final String source;
  private final Storage storage;
  private final Path inputDirectory;
  private final Map<String, FoundFile> files = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> emptyGlobs = new ArrayList<>();

  Deliveries(String source, Storage storage, String inputDirectory) {
    this.source = source;
    this.storage = storage;
    this.inputDirectory = new Path(inputDirectory);
  }

  /** The files in the order of their paths, so that runs do not depend on the file system's. */
  List<FoundFile> files() {
    return files.values().stream().sorted(Comparator.comparing(FoundFile::path)).toList();
  }

  /** The folders that a pattern means, for tables that are one. */
  List<Path> folders(String pattern) {
    try {
      Path path = new Path(inputDirectory, pattern);
      FileStatus[] matches = storage.fileSystem(path).globStatus(path);
      if (matches == null || matches.length == 0) {
        remarks.add(IntakeProblems.nothingMatches(source, pattern));
        return List.of();
      }
      return Arrays.stream(matches).map(FileStatus::getPath).sorted().toList();
    } catch (IOException e) {
      throw IntakeProblems.unreadable(pattern, e);
    }
  }

  /**
   * What is to be said. Of several globs one may match nothing as long as another does: a source
   * names the forms in which files may come, and rarely do all of them come.
   */
  List<String> remarks() {
    List<String> all = new ArrayList<>(remarks);
    if (files.isEmpty()) {
      all.addAll(emptyGlobs);
    }
    return all;
  }

  void add(String pattern) {
    try {
      Path path = new Path(inputDirectory, pattern);
      FileSystem fileSystem = storage.fileSystem(path);
      int before = files.size();
      boolean isOneName = pattern.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0);
      FileStatus[] matches = isOneName ? statusOf(fileSystem, path) : fileSystem.globStatus(path);
      for (FileStatus match : matches == null ? new FileStatus[0] : matches) {
        addFound(fileSystem, match);
      }
      if (isLocal(fileSystem)) {
        Path qualified = fileSystem.makeQualified(path);
        addBrokenLinks(qualified.getParent(), isOneName ? escaped(path.getName()) : path.getName());
      }
      if (files.size() == before && remarks.stream().noneMatch(said -> said.contains(pattern))) {
        addNothingMatched(pattern, matches, isOneName ? remarks : emptyGlobs);
      }
    } catch (IOException e) {
      throw IntakeProblems.unreadable(pattern, e);
    }
  }

  private void addNothingMatched(String pattern, FileStatus[] matches, List<String> said) {
    boolean isKnown =
        matches != null && Arrays.stream(matches).anyMatch(match -> files.containsKey(name(match)));
    if (!isKnown) {
      said.add(IntakeProblems.nothingMatches(source, pattern));
    }
  }

  private static String name(FileStatus status) {
    return status.getPath().toString();
  }

  private static FileStatus[] statusOf(FileSystem fileSystem, Path path) throws IOException {
    try {
      return new FileStatus[] {fileSystem.getFileStatus(path)};
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  private void addFound(FileSystem fileSystem, FileStatus found) throws IOException {
    if (found.isDirectory()) {
      addFolder(fileSystem, found.getPath());
      return;
    }
    boolean isOrdinary = !isLocal(fileSystem) || Files.isRegularFile(localPath(found.getPath()));
    addFile(
        new FoundFile(
            name(found),
            found.getLen(),
            found.getModificationTime(),
            isOrdinary ? "" : IntakeProblems.notAFile(name(found))));
  }

  private void addFolder(FileSystem fileSystem, Path folder) throws IOException {
    FileStatus[] children = fileSystem.listStatus(folder);
    Arrays.sort(children);
    for (FileStatus child : children) {
      if (isHidden(child.getPath())) {
        remarks.add(IntakeProblems.hiddenSkipped(source, name(child)));
      } else {
        addFound(fileSystem, child);
      }
    }
    if (isLocal(fileSystem)) {
      addBrokenLinks(folder, "*");
    }
  }

  private static boolean isHidden(Path path) {
    return path.getName().startsWith(".") || path.getName().startsWith("_");
  }

  private void addFile(FoundFile file) {
    files.putIfAbsent(file.path(), file);
  }

  private static boolean isLocal(FileSystem fileSystem) {
    return fileSystem.getUri().getScheme().equals("file");
  }

  private static java.nio.file.Path localPath(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  /** Hadoop takes a link that leads nowhere for a file that was just deleted, and is silent. */
  private void addBrokenLinks(Path parent, String glob) throws IOException {
    java.nio.file.Path folder = localPath(parent);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<java.nio.file.Path> children = Files.newDirectoryStream(folder, glob)) {
      for (java.nio.file.Path child : children) {
        if (Files.isSymbolicLink(child) && !Files.exists(child)) {
          String path = new Path(child.toUri()).toString();
          long modifiedAt = Files.getLastModifiedTime(child, LinkOption.NOFOLLOW_LINKS).toMillis();
          addFile(new FoundFile(path, 0, modifiedAt, IntakeProblems.brokenLink(path)));
        }
      }
    }
  }

  private static String escaped(String name) {
    return name.replaceAll("([\\\\*?\\[{])", "\\\\$1");
  }
}
