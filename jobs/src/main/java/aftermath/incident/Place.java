package aftermath.incident;

import org.yaml.snakeyaml.error.Mark;

/**
 * Where something stands in an incident file.
 *
 * @param path for example {@code sources.customers[0].columns.email}; empty for the file as a whole
 * @param line counted from 1; 0 when no line is to blame
 * @param column counted from 1; 0 when no column is to blame
 */
record Place(String path, int line, int column) {

  static final Place WHOLE_FILE = new Place("", 0, 0);

  static Place at(String path, Mark mark) {
    return new Place(path, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The same spot in the file, named as the key of the mapping that stands here. */
  Place key(String key) {
    return new Place(path.isEmpty() ? key : path + "." + key, line, column);
  }
}
