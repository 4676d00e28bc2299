package aftermath.sample;

/**
 * Somebody who does not exist. One object is filled again and again: whoever needs a person asks
 * {@link People} to make it one.
 */
final class Person {
  long number;
  long rank;
  int part;
  long exposed;
  int populations;

  /** Random bits that are this person's alone. */
  long bits;

  /** Random bits that two people of one household have in common. */
  long household;

  boolean sharesAddress;
  boolean sharesEmail;
  boolean sharesPhone;
  Origin origin;
  boolean female;
  boolean singleName;
  Word given;
  Word secondGiven;
  Word family;
  Word secondFamily;
  int country;
  long birthDay;

  /** The number of whoever of the household came first; it stands for what they share. */
  long householdNumber() {
    return number & ~1L;
  }

  boolean belongsTo(int population) {
    return (populations & population) != 0;
  }
}
