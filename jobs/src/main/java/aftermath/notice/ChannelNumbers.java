package aftermath.notice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Incident;
import aftermath.incident.NoticePolicy.Channel;
import java.util.List;
import org.apache.spark.sql.Column;

/** The channels of the notice policy by their place in it, since only numbers are summed up. */
final class ChannelNumbers {
  private final List<String> names;

  ChannelNumbers(Incident incident) {
    this.names = incident.notices().channels().stream().map(Channel::name).toList();
  }

  int count() {
    return names.size();
  }

  String name(int number) {
    return names.get(number);
  }

  /** The place of a channel, from 0 on; null: it is none of the policy. */
  Column of(Column channel) {
    Column number = lit(null).cast("int");
    for (int i = 0; i < names.size(); i++) {
      number = when(channel.equalTo(names.get(i)), i).otherwise(number);
    }
    return number;
  }

  Column nameOf(Column number) {
    Column name = lit("unknown");
    for (int i = 0; i < names.size(); i++) {
      name = when(number.equalTo(i), names.get(i)).otherwise(name);
    }
    return name;
  }

  /** The bit that the channel has in {@code contact_channels} of silver.people; 0: none. */
  static Column bit(String numberColumn) {
    return coalesce(expr("shiftleft(1L, %s)".formatted(numberColumn)), lit(0L));
  }
}
