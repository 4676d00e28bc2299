package aftermath.disclosure.release;

/**
 * A count or a sum, and what the rules look at.
 *
 * @param contributors how many people it is made of
 * @param largest the greatest contribution of one person
 * @param second the second greatest, which may be as great
 * @param recordKeys sum of the record keys of these people
 */
public record Sum(long value, long contributors, long largest, long second, long recordKeys) {
  public static final Sum NONE = new Sum(0, 0, 0, 0);

  public Sum(long value, long contributors, long largest, long second) {
    this(value, contributors, largest, second, 0);
  }

  /** So many people, each counted once. */
  public static Sum ofPeople(long people) {
    return ofPeople(people, 0);
  }

  /** So many people, each counted once, with what their record keys add up to. */
  public static Sum ofPeople(long people, long recordKeys) {
    return new Sum(people, people, people > 0 ? 1 : 0, people > 1 ? 1 : 0, recordKeys);
  }

  /** Of both, who have nobody in common. */
  public Sum plus(Sum other) {
    return new Sum(
        value + other.value,
        contributors + other.contributors,
        Math.max(largest, other.largest),
        Math.max(Math.min(largest, other.largest), Math.max(second, other.second)),
        recordKeys + other.recordKeys);
  }
}
