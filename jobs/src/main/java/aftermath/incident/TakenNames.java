package aftermath.incident;

import java.util.Set;

/** Names that an incident file cannot give to a column. */
final class TakenNames {

  /** Columns that stand beside the attributes in silver tables and in segments' expressions. */
  private static final Set<String> BESIDE_ATTRIBUTES =
      Set.of(
          "addressee",
          "contact_channels",
          "exposed_mask",
          "is_customer",
          "is_member",
          "known_id",
          "link_state",
          "must_be_told",
          "person_id",
          "record_id",
          "records",
          "unread");

  /** Columns that stand beside the segments in silver tables and in cubes. */
  private static final Set<String> BESIDE_SEGMENTS =
      Set.of(
          "addressee",
          "channel",
          "clicked",
          "contact_channels",
          "day",
          "exposed_mask",
          "first_sent_at",
          "is_customer",
          "is_member",
          "link_state",
          "machine_opened",
          "messages",
          "most_records",
          "must_be_told",
          "next_step",
          "notices",
          "opened",
          "people",
          "person_id",
          "provider",
          "reach",
          "reached_at",
          "reached_by",
          "reason",
          "record_keys",
          "records",
          "second_most_records",
          "since",
          "state",
          "wave");

  /** The words that Spark SQL reserves, some only in its ANSI mode. */
  private static final Set<String> OF_SQL =
      Set.of(
          """
          all and anti any array as at authorization between both by case cast check collate column
          commit constraint create cross cube current current_date current_time current_timestamp
          current_user delete describe distinct drop else end escape except execute exists false
          fetch filter for foreign from full function grant group grouping having in inner insert
          intersect interval into is join lateral leading left like limit local minus natural no
          not null of offset on only or order out outer overlaps partition primary references
          revoke right rollback rollup row rows select semi session_user set some sql start table
          tablesample then time to trailing true truncate union unique unknown update user using
          values when where window with within
          """
              .split("\\s+"));

  private TakenNames() {}

  static Set<String> forAttributes() {
    return BESIDE_ATTRIBUTES;
  }

  static Set<String> forSegments() {
    return BESIDE_SEGMENTS;
  }

  /** What segments' expressions call the full years since a date. */
  static String ageOf(String dateAttribute) {
    return dateAttribute + "_age";
  }

  static Set<String> wordsOfSql() {
    return OF_SQL;
  }
}
