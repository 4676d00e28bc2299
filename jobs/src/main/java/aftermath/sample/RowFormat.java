package aftermath.sample;

/** How a row becomes a line, or several if a cell has line breaks. */
interface RowFormat {

  void writeHeader(int part, Bytes out);

  void write(Row row, int part, Bytes out);

  /** Writes a row that is nobody's and that no reader can take; says whether the kind is known. */
  boolean writeBad(String kind, long number, Bytes out);
}
