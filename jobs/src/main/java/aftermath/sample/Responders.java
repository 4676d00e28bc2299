package aftermath.sample;

/** Who did what after the news, and when: a function of the seed and the person. */
final class Responders {
  private static final double MILLIS_OF_A_DAY = 86_400_000.0;

  /** Nobody reacts later than this; it also keeps rare draws within the calendar. */
  private static final double LAST_DAY = 90;

  private final Outreach outreach;
  private final Profile.Responses responses;
  private final Bytes scratch = new Bytes();

  Responders(Scene scene, Outreach outreach) {
    this.outreach = outreach;
    this.responses = scene.profile().responses();
  }

  /** Whether somebody acts, if this share of those who were told does; the untold rarely do. */
  boolean acts(Row row, Dice dice, double share) {
    double drawn = dice.share();
    // Whether they were told is worked out only of the few on whom it depends.
    return drawn < share && (drawn < share * responses.untold() || isTold(row));
  }

  private boolean isTold(Row row) {
    scratch.cutTo(0);
    boolean hasAddress = outreach.writeAddress(row, scratch);
    return switch (outreach.state(row, hasAddress, outreach.post(row, hasAddress, scratch))) {
      case REACHED_BY_EMAIL, REACHED_BY_POST -> true;
      case UNREACHABLE, PENDING -> false;
    };
  }

  /** A moment after one of the pieces of news, most of them soon. */
  long moment(Dice dice) {
    double share = dice.share();
    Profile.News news = responses.news().get(responses.news().size() - 1);
    for (Profile.News each : responses.news()) {
      if (share < each.share()) {
        news = each;
        break;
      }
      share -= each.share();
    }
    double days = Math.min(exponential(dice, responses.meanDays()), LAST_DAY);
    long day = (long) days;
    // On the day of the news nobody acts before it.
    double opens = day == 0 ? 0 : responses.opens();
    double hours = opens + dice.share() * (responses.closes() - opens);
    return news.at().toEpochMilli()
        + day * (long) MILLIS_OF_A_DAY
        + (long) (hours / 24 * MILLIS_OF_A_DAY) / 1000 * 1000;
  }

  /** Days since the latest piece of news before a moment. */
  double daysSinceNews(long moment) {
    double least = LAST_DAY;
    for (Profile.News each : responses.news()) {
      double days = (moment - each.at().toEpochMilli()) / MILLIS_OF_A_DAY;
      if (days >= 0 && days < least) {
        least = days;
      }
    }
    return least;
  }

  static double exponential(Dice dice, double mean) {
    return -mean * Math.log(1 - dice.share());
  }
}
