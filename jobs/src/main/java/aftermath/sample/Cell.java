package aftermath.sample;

/** One column of one file, asked what it says of a person. */
record Cell(Table table, Column column) {

  /**
   * Writes what the file says first of a person; nothing if they are not in it or have no value.
   *
   * @param row a row whose person is filled; how they look in it is overwritten
   */
  boolean write(Row row, Bytes out) {
    int start = out.length();
    if (table.has(row.person)) {
      table.rows().showFirst(row);
      column.writeValue(row, out);
    }
    return !out.isEmptyFrom(start);
  }
}
