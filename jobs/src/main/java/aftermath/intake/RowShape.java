package aftermath.intake;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/** What the rows of a bronze table look like. */
interface RowShape extends Serializable {

  /** The shape of a role's rows, without what differs from source to source. */
  static RowShape of(Incident incident, Role role) {
    return switch (role) {
      case NOTICE_EVENTS ->
          new NoticeShape(
              "", "", "", "", Map.of(), incident.timeZone().getId(), EventWindow.of(incident));
      case LINK_DECISIONS -> new DecisionShape(incident.timeZone().getId());
      case RESPONSE_EVENTS ->
          new ResponseShape("", incident.timeZone().getId(), EventWindow.of(incident));
      case IMPACTED_RECORDS, CUSTOMERS, MEMBERS ->
          new TabularShape(
              new ArrayList<>(
                  BronzeColumns.of(incident, role).stream().map(BronzeColumn::name).toList()));
    };
  }

  StructType schema();

  /** The shape of rows that are read at a moment, which none of them can tell of beforehand. */
  default RowShape readAt(Instant moment) {
    return this;
  }

  /** A maker of rows that have only the required columns. */
  RowMaker maker(StructType required, String deliveryId);
}
