package aftermath.incident;

import java.util.List;

/** Inside this package: reading ends here, for these reasons. */
final class Unusable extends Exception {

  private static final long serialVersionUID = 1L;

  final transient List<Mistake> mistakes;

  Unusable(Mistake mistake) {
    this(List.of(mistake));
  }

  Unusable(List<Mistake> mistakes) {
    super(null, null, false, false);
    this.mistakes = mistakes;
  }
}
