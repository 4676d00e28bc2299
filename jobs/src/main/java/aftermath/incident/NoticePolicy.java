package aftermath.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who must be told, by which channels in which order, and by when.
 *
 * @param who a SQL condition over silver.people; {@code true}: everyone
 * @param addressees who is written to in a person's place; of several the first that applies
 * @param channels in the order in which they are tried
 * @param health the rates from which on providers act against the sender
 */
public record NoticePolicy(
    String who,
    List<Addressee> addressees,
    List<Channel> channels,
    List<Deadline> deadlines,
    HealthLines health) {

  /** To whom notices go where nobody else is to be written to. */
  public static final String THEMSELVES = "themselves";

  /**
   * Somebody who is written to in the place of the data subject: the guardian of a child, the
   * estate of someone who has died.
   *
   * @param of a SQL condition over silver.people: for whom
   * @param isToBeTold whether these people count among those who must be told; otherwise they are
   *     counted apart
   */
  public record Addressee(String name, String of, boolean isToBeTold) {}

  /**
   * @param address the attribute without which the channel cannot be used
   * @param presumedDeliveredAfterDays a message that was sent and has not come back counts as
   *     delivered after this many days; 0: only a delivery event proves delivery
   */
  public record Channel(String name, String address, int presumedDeliveredAfterDays) {}

  /**
   * @param after the moment of the timeline it is counted from, for example {@code aware_at}
   * @param within an ISO 8601 duration such as {@code PT72H} or {@code P30D}
   */
  public record Deadline(String name, String after, String within) {

    private static final Pattern DURATION =
        Pattern.compile(
            "P(?=.)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?"
                + "(T(?=.)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,6}S)?)?");

    /**
     * When the deadline ends that begins at this moment: years, months, weeks and days are those of
     * the calendar in the zone, hours, minutes and seconds those of the clock.
     */
    public Instant ends(Instant begins, ZoneId zone) {
      int time = within.indexOf('T');
      String days = time < 0 ? within : within.substring(0, time);
      ZonedDateTime afterDays =
          days.equals("P") ? begins.atZone(zone) : begins.atZone(zone).plus(Period.parse(days));
      return time < 0
          ? afterDays.toInstant()
          : afterDays.toInstant().plus(Duration.parse("P" + within.substring(time)));
    }

    /** Whether a text is an ISO 8601 duration that is longer than nothing. */
    static boolean isDuration(String text) {
      return DURATION.matcher(text).matches() && text.matches(".*[1-9].*");
    }
  }
}
