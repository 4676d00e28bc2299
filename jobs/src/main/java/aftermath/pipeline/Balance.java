package aftermath.pipeline;

import java.util.List;

/**
 * What must add up between two places: the total in equals the sum of the totals out.
 *
 * @param boundary the sentence under which it is reported
 */
public record Balance(String boundary, Total in, List<Total> out) {

  /**
   * @param amount a SQL aggregate such as {@code count(*)} or {@code sum(people)}
   * @param condition which rows of the table count; {@code true}: all
   */
  public record Total(Table table, String amount, String condition) {

    public static Total rows(Table table) {
      return new Total(table, "count(*)", "true");
    }

    public static Total rows(Table table, String condition) {
      return new Total(table, "count(*)", condition);
    }

    public static Total sum(String column, Table table) {
      return new Total(table, "sum(" + column + ")", "true");
    }
  }

  public static Balance balance(String boundary, Total in, Total... out) {
    return new Balance(boundary, in, List.of(out));
  }
}
