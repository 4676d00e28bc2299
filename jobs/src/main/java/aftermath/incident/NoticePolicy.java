package aftermath.incident;

import java.util.List;

/**
 * Who must be told, by which channels in which order, and by when.
 *
 * @param who a SQL condition over silver.people; {@code true}: everyone
 * @param channels in the order in which they are tried
 */
public record NoticePolicy(String who, List<Channel> channels, List<Deadline> deadlines) {

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
  public record Deadline(String name, String after, String within) {}
}
