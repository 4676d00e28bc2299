package aftermath.incident;

/** A value and where the file says it. */
record Placed<T>(T value, Place place) {}
