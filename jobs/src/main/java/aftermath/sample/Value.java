package aftermath.sample;

/** Writes what a row has in one column; nothing, if it has nothing. */
@FunctionalInterface
interface Value {
  void write(Row row, Bytes out);
}
