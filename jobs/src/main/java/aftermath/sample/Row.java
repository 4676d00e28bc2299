package aftermath.sample;

/** How a person looks in one row of one file. Filled again and again, like the person in it. */
final class Row {
  final Person person = new Person();

  /** The row's place among all rows of its kind; row numbers are made of it. */
  long slot;

  /** 0 for a person's first record or delivery, 1 and more for later ones. */
  int version;

  /** Random bits that are this row's alone. */
  long bits;

  /** The exposable fields that this row shows; all of them where nothing was exposed. */
  long shown;

  boolean isRecord;
  boolean nickname;
  boolean misspeltGiven;
  boolean misspeltFamily;
  boolean swappedNames;
  boolean otherEmail;
  boolean misspeltEmail;
  boolean otherPhone;

  /** 0 is the usual address; 1 the one after a move, 2 the one before. */
  int address;

  void looksUsual() {
    isRecord = false;
    nickname = false;
    misspeltGiven = false;
    misspeltFamily = false;
    swappedNames = false;
    otherEmail = false;
    misspeltEmail = false;
    otherPhone = false;
    address = 0;
    version = 0;
    shown = -1;
  }
}
