package aftermath.incident;

/** A line and a column of a text, both counted from 1. */
record TextPosition(int line, int column) {

  /** Where one stands after this many characters. */
  static TextPosition after(CharSequence text, int characters) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < characters && i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new TextPosition(line, column);
  }
}
