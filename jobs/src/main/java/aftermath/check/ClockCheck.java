package aftermath.check;

import aftermath.incident.Incident;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Whether the clock of this machine and the times of the incident can both be right. */
public final class ClockCheck {
  private static final String SUBJECT = "clock";

  private ClockCheck() {}

  /**
   * @param filesOfTheFuture files that were changed after now, by their own account
   */
  public static List<Finding> of(Incident incident, Clock clock, List<String> filesOfTheFuture) {
    Instant now = clock.instant();
    var found = new ArrayList<Finding>();
    String here =
        "it is %s in %s, where the incident counts its days"
            .formatted(
                now.atZone(incident.timeZone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES),
                incident.timeZone());
    found.add(
        now.isBefore(incident.timeline().awareAt())
            ? Finding.missing(
                SUBJECT,
                here
                    + ", and the organisation becomes aware only at %s. Set the clock, or correct aware_at."
                        .formatted(incident.timeline().awareAt()))
            : Finding.ok(SUBJECT, here));
    if (!filesOfTheFuture.isEmpty()) {
      found.add(
          Finding.warning(
              SUBJECT,
              "Files were changed after now, by their own account: %s. The clock of this machine or of theirs is wrong."
                  .formatted(String.join(", ", filesOfTheFuture))));
    }
    return found;
  }
}
