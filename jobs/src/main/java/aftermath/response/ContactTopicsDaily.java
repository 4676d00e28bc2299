package aftermath.response;

import aftermath.pipeline.Model;
import aftermath.pipeline.Query;
import aftermath.pipeline.Table;

/** What people ask about, day by day. */
public final class ContactTopicsDaily {

  public static final Table TABLE =
      Table.table("gold.contact_topics_daily")
          .comment(
              "One row per day and topic, from the first day with a contact to the last, days without any included: contacts of all channels")
          .columns(
              """
              day       DATE   NOT NULL COMMENT 'day the contacts were offered, in the time zone of the incident; gaps of more than a year are not filled',
              topic     STRING NOT NULL COMMENT 'what they were about, in the words of the incident file; none: nothing is said, as of most abandoned contacts; unknown: a word is said that the incident file does not know',
              offered   BIGINT NOT NULL COMMENT 'contacts offered: answered + abandoned',
              answered  BIGINT NOT NULL COMMENT 'contacts that a clerk answered',
              abandoned BIGINT NOT NULL COMMENT 'contacts given up before a clerk answered',
              share     DOUBLE          COMMENT 'answered over the answered contacts of all topics on the day: what clerks talked about'
              """)
          .key("day", "topic")
          .check("offered_is_answered_or_abandoned", "offered = answered + abandoned");

  private ContactTopicsDaily() {}

  public static Model model() {
    return Model.model(TABLE)
        .from(Responses.TABLE)
        .as(Query.in(ContactTopicsDaily.class, "contact_topics_daily.sql"));
  }
}
