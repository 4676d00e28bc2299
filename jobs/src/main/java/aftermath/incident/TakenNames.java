package aftermath.incident;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that an incident file cannot give to a column. */
final class TakenNames {

  /** What a segment's expression sees of a person besides the attributes. */
  private static final Set<String> OF_PEOPLE =
      Set.of("person_id", "age", "is_customer", "is_member");

  /** Columns that stand beside the segments in silver tables, cubes and reports. */
  private static final Set<String> BESIDE_SEGMENTS =
      Set.of(
          "channel",
          "day",
          "exposed",
          "exposed_fields",
          "field",
          "message_id",
          "must_be_told",
          "notices",
          "people",
          "records",
          "segment",
          "share",
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
    return OF_PEOPLE;
  }

  static Set<String> forSegments() {
    return Stream.concat(OF_PEOPLE.stream(), BESIDE_SEGMENTS.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  static Set<String> wordsOfSql() {
    return OF_SQL;
  }
}
