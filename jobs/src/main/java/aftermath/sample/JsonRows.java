package aftermath.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rows of newline-delimited JSON; a title such as {@code a.b} is a path. Absent values are left
 * out.
 */
final class JsonRows implements RowFormat {

  /** An object's member: either a column, or an object with members of its own. */
  private record Member(byte[] key, Column column, List<Member> members) {}

  private final List<Column> columns;
  private final Map<Integer, List<Member>> treeOfPart = new ConcurrentHashMap<>();

  JsonRows(List<Column> columns) {
    this.columns = columns;
  }

  @Override
  public void writeHeader(int part, Bytes out) {}

  @Override
  public void write(Row row, int part, Bytes out) {
    List<Member> members = treeOfPart.computeIfAbsent(part, this::tree);
    writeObject(members, row, out);
    out.add('\n');
  }

  @Override
  public boolean writeBad(String kind, long number, Bytes out) {
    if (!kind.equals("cut_off")) {
      return false;
    }
    out.add("{\"cut\":\"").addNumber(number).add("\",\"lost").add('\n');
    return true;
  }

  private static void writeObject(List<Member> members, Row row, Bytes out) {
    out.add('{');
    int first = out.length();
    for (Member member : members) {
      int before = out.length();
      if (before > first) {
        out.add(',');
      }
      out.add(member.key());
      int start = out.length();
      if (member.column() == null) {
        writeObject(member.members(), row, out);
        if (out.length() == start + 2) {
          out.cutTo(before);
        }
      } else {
        out.add('"');
        member.column().write(row, out);
        if (out.length() == start + 1) {
          out.cutTo(before);
        } else {
          out.escapeFrom(start + 1);
          out.add('"');
        }
      }
    }
    out.add('}');
  }

  private List<Member> tree(int part) {
    Map<String, Column> byPath = new LinkedHashMap<>();
    columns.forEach(column -> byPath.put(column.title(part), column));
    return members(byPath);
  }

  private static List<Member> members(Map<String, Column> byPath) {
    Map<String, Map<String, Column>> below = new LinkedHashMap<>();
    byPath.forEach(
        (path, column) -> {
          int dot = path.indexOf('.');
          String head = dot < 0 ? path : path.substring(0, dot);
          String rest = dot < 0 ? "" : path.substring(dot + 1);
          below.computeIfAbsent(head, key -> new LinkedHashMap<>()).put(rest, column);
        });
    List<Member> members = new ArrayList<>();
    below.forEach(
        (head, rest) -> {
          byte[] key = Bytes.of("\"" + head + "\":");
          Column leaf = rest.get("");
          members.add(
              leaf == null
                  ? new Member(key, null, members(rest))
                  : new Member(key, leaf, List.of()));
        });
    return members;
  }
}
