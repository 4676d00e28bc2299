package aftermath.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** One file to be written, by one thread, without knowing of the others. */
interface Job {

  /** The path within its folder. */
  String path();

  /** About how many rows it will have. */
  long expectedRows();

  default Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /** Writes the rows and counts what the truth has to tell of them. */
  void write(PartFile file, Tally tally) throws IOException;
}
