package aftermath.notice;

import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.functions.Standard;
import org.apache.spark.sql.Column;

/**
 * The domain of a mail address: what stands behind its at sign, in lower case. It decides who
 * accepts or refuses the mail, whatever the incident calls nothing: a mail to {@code noreply@} was
 * sent all the same.
 */
final class MailDomain {
  /** The number that stands for no domain where a key must have one. */
  static final long NONE = 0;

  private MailDomain() {}

  /** Null where the recipient is no mail address. */
  static Column of(Column recipient) {
    return substring_index(Standard.email(recipient), "@", -1);
  }

  /** A number in its place: strings are costly to group by. */
  static Column numberOf(Column recipient) {
    Column domain = of(recipient);
    return when(domain.isNotNull(), xxhash64(domain));
  }
}
