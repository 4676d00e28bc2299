package aftermath.present.notebook;

/**
 * A table or a picture in the output of a cell. Jupyter's kernel for Java shows a value as HTML, in
 * the words of its {@code toString}.
 *
 * @param html a table, or an SVG picture
 */
public record Shown(String html) {
  @Override
  public String toString() {
    return html;
  }
}
