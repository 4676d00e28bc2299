package aftermath.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import aftermath.incident.CsvDialect;
import aftermath.incident.Format;
import aftermath.incident.Source;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Deliveries as they should not be, and what is to become of each. */
final class BadDeliveries {

  /**
   * One file.
   *
   * @param kept rows as {@link ReadDelivery} shows them, or their number; null: some
   * @param setAside for each record its line, a colon and a part of the reason; null: the last one
   *     says that the file is damaged
   * @param problem a part of the sentence that refuses the file; empty: it is read
   */
  record Case(
      String name,
      byte[] bytes,
      Source source,
      List<String> kept,
      List<String> setAside,
      String problem) {

    @Override
    public String toString() {
      return name;
    }

    /** The same content again is the same delivery, so names go into the files by their number. */
    String fileName() {
      return name.replaceAll("[^A-Za-z0-9]+", "_");
    }
  }

  static final List<Case> ALL = new ArrayList<>();

  private static final String HEAD = "ID,NAME,EMAIL\n";
  private static final Source CSV = Incidents.customers(Format.CSV, Incidents.CSV, "x");
  private static final Source LINES = Incidents.customers(Format.NDJSON, Incidents.CSV, "x");
  private static final Source ARRAY = Incidents.customers(Format.JSON_ARRAY, Incidents.CSV, "x");
  private static final Source SES = Incidents.ses("x");
  private static final Source LETTERS = Incidents.letters(Format.CSV, "x");

  private BadDeliveries() {}

  static {
    quotes();
    columns();
    bytes();
    compressed();
    headers();
    jsonLines();
    jsonArrays();
    events();
  }

  private static void quotes() {
    kept("quote in the middle of a value", HEAD + "1,O\"Neil,a@b\n", "2|1|O\"Neil|a@b");
    kept("doubled quotes", HEAD + "1,\"the \"\"x\"\"\",a\n", "2|1|the \"x\"|a");
    kept("newline in a quoted value", HEAD + "1,\"a\nb\",c\n2,d,e\n", "2|1|a\nb|c", "4|2|d|e");
    kept("delimiter in a quoted value", HEAD + "1,\"a,b\",c\n", "2|1|a,b|c");
    kept("quoted value at the very end", HEAD + "1,a,\"b\"", "2|1|a|b");
    kept("empty quoted value", HEAD + "1,\"\",b\n", "2|1|-|b");
    mixed(
        "something behind a closing quote",
        HEAD + "1,\"a\"x,b\n2,c,d\n",
        List.of("3|2|c|d"),
        "2:between a closing quote");
    mixed(
        "quote that never closes",
        HEAD + "1,\"a,b\n2,c,d\n3,e,f\n",
        List.of("3|2|c|d", "4|3|e|f"),
        "2:never closes");
    mixed(
        "quote that never closes in the last row",
        HEAD + "1,a,b\n2,\"c,d",
        List.of("2|1|a|b"),
        "3:never closes");
    mixed(
        "stray quote that a later quote closes",
        HEAD + "1,\"a,b\n2,c,d\n3,\"e\",f\n4,g,h\n",
        List.of("3|2|c|d", "4|3|e|f", "5|4|g|h"),
        "2:between a closing quote");
    mixed(
        "stray quotes that make a row of two lines with too few columns",
        HEAD + "1,\"a,b\n2,c\"\n3,e,f\n",
        List.of("4|3|e|f"),
        "2:the 2 lines together have 2 columns",
        "3:row has 2 columns");
    kept("space before a quote", HEAD + "1, \"a\",b\n", "2|1| \"a\"|b");
    mixed("space behind a quote", HEAD + "1,\"a\" ,b\n", List.of(), "2:between a closing quote");
  }

  private static void columns() {
    mixed(
        "too few columns",
        HEAD + "1,a\n2,b,c\n",
        List.of("3|2|b|c"),
        "2:row has 2 columns where the header has 3");
    mixed(
        "too many columns",
        HEAD + "1,a,b,c\n2,b,c\n",
        List.of("3|2|b|c"),
        "2:row has 4 columns where the header has 3");
    kept("extra columns that are empty", HEAD + "1,a,b,,,\n", "2|1|a|b");
    mixed(
        "one column only",
        HEAD + "total 17\n",
        List.of(),
        "2:row has 1 column where the header has 3");
    kept("blank lines", HEAD + "\n\n1,a,b\n\n2,c,d\n\n", "4|1|a|b", "6|2|c|d");
    mixed(
        "rows of delimiters only",
        HEAD + ",,\n1,a,b\n\"\",,\n",
        List.of("3|1|a|b"),
        "2:row has no value in any column",
        "4:row has no value in any column");
    kept(
        "windows line ends",
        HEAD.replace("\n", "\r\n") + "1,a,b\r\n2,c,d\r\n",
        "2|1|a|b",
        "3|2|c|d");
    kept("old mac line ends", "ID,NAME,EMAIL\r1,a,b\r2,c,d", "2|1|a|b", "3|2|c|d");
    kept(
        "mixed line ends",
        "ID,NAME,EMAIL\r\n1,a,b\n2,c,d\r3,e,f\n\r4,g,h\n",
        "2|1|a|b",
        "3|2|c|d",
        "4|3|e|f",
        "6|4|g|h");
    kept("no line end at the end", HEAD + "1,a,b", "2|1|a|b");
    mixed(
        "repeated header",
        HEAD + "1,a,b\n" + HEAD + "2,c,d\n",
        List.of("2|1|a|b", "4|2|c|d"),
        "3:header is repeated");
    mixed(
        "repeated header with a mark",
        HEAD + "1,a,b\n\ufeffid, Name ,EMAIL\n",
        List.of("2|1|a|b"),
        "3:header is repeated");
    kept(
        "absurd values",
        HEAD + "-1,0000-00-00,99999999999999999999\n",
        "2|-1|0000-00-00|99999999999999999999");
    mixed("dos end of file", HEAD + "1,a,b\n\u001a", List.of("2|1|a|b"), "3:row has 1 column");
    kept(
        "value of five hundred thousand bytes",
        HEAD + "1," + "x".repeat(500_000) + ",b\n",
        "1 row");
    mixed(
        "value of ten million bytes",
        HEAD + "1," + "x".repeat(10_000_000) + ",b\n2,c,d\n",
        List.of("3|2|c|d"),
        "2:longer than");
    mixed(
        "quoted value of ten million bytes",
        HEAD + "1,\"" + "x".repeat(10_000_000) + "\",b\n2,c,d\n",
        List.of("3|2|c|d"),
        "2:(text cut to 2,000 characters)");
    mixed(
        "quoted value of three million bytes on many lines",
        HEAD + "1,\"" + "x\n".repeat(3) + "y".repeat(3_000_000) + "\",b\n2,c,d\n",
        List.of("6|2|c|d"),
        "2:longer than",
        "3:row has 1 column",
        "4:row has 1 column",
        "5:longer than");
  }

  private static void bytes() {
    mixed(
        "nul byte",
        HEAD + "1,a\0b,c\n2,d,e\n",
        List.of("3|2|d|e"),
        "2:value of NAME holds a NUL byte");
    add(
        "invalid utf-8",
        latin(HEAD + "1,M\u00fcller,c\n2,d,e\n"),
        CSV,
        List.of("3|2|d|e"),
        List.of("2:value of NAME is not valid UTF-8; set the source's encoding"),
        "");
    add(
        "invalid utf-8 with a fallback",
        latin(HEAD + "1,M\u00fcller,c\n"),
        csv(',', UTF_8, ISO_8859_1),
        List.of("2|1|M\u00fcller|c"),
        List.of(),
        "");
    add(
        "utf-8 and latin in one file with a fallback",
        joined(latin(HEAD + "1,M\u00fcller,c\n"), "2,M\u00fcller,c\n".getBytes(UTF_8)),
        csv(',', UTF_8, ISO_8859_1),
        List.of("2|1|M\u00fcller|c", "3|2|M\u00fcller|c"),
        List.of(),
        "");
    add(
        "latin as configured",
        latin(HEAD + "1,M\u00fcller,c\n"),
        csv(',', ISO_8859_1, null),
        List.of("2|1|M\u00fcller|c"),
        List.of(),
        "");
    add(
        "byte that the encoding does not have",
        joined((HEAD + "1,a").getBytes(UTF_8), new byte[] {(byte) 0x81}, ",b\n".getBytes(UTF_8)),
        csv(',', Charset.forName("windows-1252"), null),
        List.of(),
        List.of("2:not valid windows-1252"),
        "");
    kept("utf-8 mark", "\ufeff" + HEAD + "1,a,b\n", "2|1|a|b");
    add(
        "utf-8 mark against another configuration",
        ("\ufeff" + HEAD + "1,\u00fc,b\n").getBytes(UTF_8),
        csv(',', ISO_8859_1, null),
        List.of("2|1|\u00fc|b"),
        List.of(),
        "");
    add(
        "utf-16 little-endian with a mark",
        ("\ufeff" + HEAD + "1,\u00fc\ud83d\ude00,b\n").getBytes(UTF_16LE),
        CSV,
        List.of("2|1|\u00fc\ud83d\ude00|b"),
        List.of(),
        "");
    add(
        "utf-16 big-endian with a mark",
        ("\ufeff" + HEAD + "1,\u4e2c,b\n").getBytes(UTF_16BE),
        CSV,
        List.of("2|1|\u4e2c|b"),
        List.of(),
        "");
    add(
        "utf-16 without a mark",
        (HEAD + "1,a,b\n").getBytes(UTF_16LE),
        CSV,
        List.of(),
        List.of(),
        "set encoding: UTF-16LE");
    add(
        "utf-16 cut in the middle of a character",
        Arrays.copyOf((HEAD + "1,a,b\n2,c,d").getBytes(UTF_16LE), 2 * HEAD.length() + 21),
        csv(',', UTF_16LE, null),
        List.of("2|1|a|b"),
        List.of("3:"),
        "");
    add(
        "half a surrogate in utf-16",
        joined(
            (HEAD + "1,a").getBytes(UTF_16LE),
            new byte[] {0, (byte) 0xd8},
            ",b\n2,c,d\n".getBytes(UTF_16LE)),
        csv(',', UTF_16LE, null),
        List.of("3|2|c|d"),
        List.of("2:value of NAME is not valid"),
        "");
    add(
        "shift-jis, where a byte may look like a delimiter",
        (HEAD.replace(',', '|') + "1|\u30a2\u30bd|b\n").getBytes(Charset.forName("Shift_JIS")),
        csv('|', Charset.forName("Shift_JIS"), null),
        List.of("2|1|\u30a2\u30bd|b"),
        List.of(),
        "");
    add("empty file", new byte[0], CSV, List.of(), List.of(), "is empty");
    add("mark and nothing else", "\ufeff".getBytes(UTF_8), CSV, List.of(), List.of(), "is empty");
    add(
        "blank lines and nothing else",
        "\n\r\n\n".getBytes(UTF_8),
        CSV,
        List.of(),
        List.of(),
        "no header row");
  }

  private static void compressed() {
    byte[] plain = (HEAD + "1,a,b\n2,c,d\n").getBytes(UTF_8);
    List<String> rows = List.of("2|1|a|b", "3|2|c|d");
    add("gzip under a plain name", gzip(plain), CSV, rows, List.of(), "");
    add(
        "gzip of two members",
        joined(gzip((HEAD + "1,a,b\n").getBytes(UTF_8)), gzip("2,c,d\n".getBytes(UTF_8))),
        CSV,
        rows,
        List.of(),
        "");
    add(
        "gzip with junk behind",
        joined(gzip(plain), "junk".repeat(9).getBytes(UTF_8)),
        CSV,
        rows,
        List.of("4:damaged or cut off"),
        "");
    byte[] large = many(20_000);
    byte[] stored = gzip(large);
    add(
        "gzip cut off",
        Arrays.copyOf(stored, stored.length / 2),
        CSV,
        null,
        List.of(":damaged or cut off"),
        "");
    byte[] flipped = stored.clone();
    flipped[stored.length / 2] ^= 0x55;
    add("gzip with a broken byte", flipped, CSV, null, null, "");
    add(
        "gzip without its checksum",
        Arrays.copyOf(gzip(plain), gzip(plain).length - 6),
        CSV,
        rows,
        List.of("4:damaged or cut off"),
        "");
    add(
        "gzip header and nothing else",
        Arrays.copyOf(stored, 12),
        CSV,
        List.of(),
        List.of(),
        "damaged or cut off before its first row");
    add("gzip of nothing", gzip(new byte[0]), CSV, List.of(), List.of(), "is empty");
    add(
        "gzip of utf-16",
        gzip(("\ufeff" + HEAD + "1,a,b\n").getBytes(UTF_16LE)),
        CSV,
        List.of("2|1|a|b"),
        List.of(),
        "");
    add("zstd", Zstd.compress(plain), CSV, rows, List.of(), "");
    byte[] zstd = Zstd.compress(large);
    add(
        "zstd cut off",
        Arrays.copyOf(zstd, zstd.length - 20),
        CSV,
        null,
        List.of(":damaged or cut off"),
        "");
    add(
        "zip archive",
        new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0},
        CSV,
        List.of(),
        List.of(),
        "zip archive or a workbook");
    for (String page :
        new String[] {"<!DOCTYPE html>\n", "<HTML>\n", "<?xml version=\"1.0\"?>\n"}) {
      add(
          "a page that asks to sign in " + page.strip(),
          page.getBytes(UTF_8),
          CSV,
          List.of(),
          List.of(),
          "is a web page or XML, but its source declares csv");
    }
    add("bzip2", "BZh91AY&SY".getBytes(UTF_8), CSV, List.of(), List.of(), "bzip2");
    add(
        "parquet where csv is declared",
        "PAR1....PAR1".getBytes(UTF_8),
        CSV,
        List.of(),
        List.of(),
        "is a Parquet file, but its source declares csv");
    add(
        "csv where parquet is declared",
        plain,
        Incidents.customers(Format.PARQUET, Incidents.CSV, "x"),
        List.of(),
        List.of(),
        "not a readable Parquet file");
  }

  private static void headers() {
    problem("duplicate columns", "ID,NAME,name\n1,a,b\n", "names a column twice: name");
    problem(
        "none of the declared columns", "X,Y\n1,2\n", "found: X, Y; expected some of: ID, NAME");
    problem("another delimiter", "ID;NAME;EMAIL\n1;a;b\n", "none of the columns");
    problem("key column missing", "NAME,EMAIL\na,b\n", "lacks the key column ID");
    problem(
        "header with a quote that never closes",
        "ID,\"NAME,EMAIL\n1,a,b\n",
        "header row is broken");
    kept("header and nothing else", HEAD);
    kept("header without a line end", "ID,NAME,EMAIL");
    kept("declared column missing", "ID,EMAIL\n1,a\n", "2|1|-|a");
    kept("columns in another order and case", " email , id,Name\na,1,b\n", "2|1|b|a");
    kept(
        "columns that nobody declared",
        "ID,NAME,EMAIL,NOTES,X\n1,a,b,free text,\n2,c,d,,\n",
        "2|1|a|b|undeclared=[NOTES]=[free text]".replace("|[", "|-|["),
        "3|2|c|d");
    kept(
        "columns without a name",
        "ID,NAME,EMAIL,,\n1,a,b,x,y\n",
        "2|1|a|b|undeclared=[column 4,column 5]=[x,y]");
    kept("two spellings of one column", "ID,NAME,SURNAME,EMAIL\n1,a,b,c\n", "2|1|a|surname=b|c");
    add(
        "no header",
        "1,a,b\n2,c,d\n".getBytes(UTF_8),
        headless(),
        List.of("1|1|b|a", "2|2|d|c"),
        List.of(),
        "");
    add(
        "no header but a mark",
        "\ufeff1,a,b\n".getBytes(UTF_8),
        headless(),
        List.of("1|1|b|a"),
        List.of(),
        "");
  }

  private static void jsonLines() {
    String good = "{\"ID\":1,\"NAME\":\"a\",\"contact\":{\"email\":\"e\"}}\n";
    add(
        "json lines",
        good.getBytes(UTF_8),
        LINES,
        List.of("1|1|a|-|contact_email=e"),
        List.of(),
        "");
    lines("json line that is cut off", good + "{\"ID\":2,\"NAME\":\"b\n", 1, "2:not valid JSON");
    lines(
        "json lines without a value",
        good + "{}\n{\"ID\":null,\"NAME\":\"\"}\n",
        1,
        "2:row has no value",
        "3:row has no value");
    lines(
        "json line that is no object",
        good + "[1]\n7\n",
        1,
        "2:not a JSON object",
        "3:not a JSON object");
    lines(
        "two objects on a json line",
        good + "{\"ID\":2}{\"ID\":3}\n",
        1,
        "2:more than one JSON value");
    lines("blank json lines", "\n  \n" + good + "\r\n", 1);
    lines(
        "json line of two million bytes",
        good + "{\"ID\":2,\"NAME\":\"" + "x".repeat(2_000_000) + "\"}\n" + good,
        2,
        "2:longer than");
    lines("json lines with a mark", "\ufeff" + good, 1);
    lines(
        "deeply nested json",
        good + "{\"ID\":".repeat(3000) + "1" + "}".repeat(3000) + "\n",
        1,
        "2:not valid JSON");
    add(
        "json lines in latin",
        latin("{\"ID\":1,\"NAME\":\"a\"}\n{\"ID\":2,\"NAME\":\"M\u00fcller\"}\n"),
        LINES,
        List.of("1|1|a|-"),
        List.of("2:not valid JSON"),
        "");
    add(
        "json lines that nobody declared",
        "{\"a\":1}\n".getBytes(UTF_8),
        LINES,
        List.of(),
        List.of(),
        "none of the columns");
    add(
        "undeclared json values",
        "{\"id\":1,\"tags\":[1,2.50],\"deep\":{\"x\":null,\"y\":\"z\"},\"no\":null,\"e\":\"\"}\n"
            .getBytes(UTF_8),
        LINES,
        List.of("1|1|-|-|undeclared=[tags,deep]=[[1,2.50],{\"x\":null,\"y\":\"z\"}]"),
        List.of(),
        "");
    add(
        "gzip of json lines cut off",
        Arrays.copyOf(gzip(good.repeat(50).getBytes(UTF_8)), 60),
        LINES,
        null,
        List.of(":damaged or cut off"),
        "");
  }

  private static void jsonArrays() {
    add(
        "json array on one line",
        "[{\"ID\":1},{\"ID\":2}]".getBytes(UTF_8),
        ARRAY,
        List.of("1|1|-|-", "2|2|-|-"),
        List.of(),
        "");
    add(
        "json arrays after each other",
        "[{\"ID\":1}]\n[{\"ID\":2}]".getBytes(UTF_8),
        ARRAY,
        List.of("1|1|-|-", "2|2|-|-"),
        List.of(),
        "");
    add(
        "json array that is cut off",
        "[{\"ID\":1},{\"ID\":2},{\"ID\":".getBytes(UTF_8),
        ARRAY,
        List.of("1|1|-|-", "2|2|-|-"),
        List.of("3:damaged or cut off"),
        "");
    add(
        "json array without its end",
        "[{\"ID\":1},{\"ID\":2}".getBytes(UTF_8),
        ARRAY,
        List.of("1|1|-|-", "2|2|-|-"),
        List.of("3:damaged or cut off"),
        "");
    add(
        "json array with a broken object",
        "[{\"ID\":1},{\"ID\":oops},{\"ID\":3}]".getBytes(UTF_8),
        ARRAY,
        List.of("1|1|-|-"),
        List.of("2:damaged or cut off"),
        "");
    add(
        "json array with other things in it",
        "[{\"ID\":1},7,[8],{\"ID\":2}]".getBytes(UTF_8),
        ARRAY,
        List.of("1|1|-|-", "4|2|-|-"),
        List.of("2:not a JSON object", "3:not a JSON object"),
        "");
    add(
        "json array with a value of two million bytes",
        ("[{\"ID\":1,\"NAME\":\"" + "x".repeat(2_000_000) + "\"},{\"ID\":2}]").getBytes(UTF_8),
        ARRAY,
        List.of("2|2|-|-"),
        List.of("1:value of NAME is longer"),
        "");
    add("empty json array", "[]".getBytes(UTF_8), ARRAY, List.of(), List.of(), "");
    add(
        "gzip of a json array cut off",
        Arrays.copyOf(gzip(array(5_000)), 8_000),
        ARRAY,
        null,
        List.of(":damaged or cut off"),
        "");
  }

  private static void events() {
    add(
        "ses event without a message id",
        "{\"eventType\":\"Send\",\"mail\":{\"timestamp\":\"2025-07-02T00:00:00Z\"}}\n"
            .getBytes(UTF_8),
        SES,
        List.of(),
        List.of("1:no message id"),
        "");
    add(
        "ses event without a type",
        "{\"mail\":{\"messageId\":\"m\"}}\n".getBytes(UTF_8),
        SES,
        List.of(),
        List.of("1:neither eventType nor notificationType"),
        "");
    add(
        "ses event with an unreadable time",
        "{\"eventType\":\"Open\",\"mail\":{\"messageId\":\"m\"},\"open\":{\"timestamp\":\"yesterday\"}}\n"
            .getBytes(UTF_8),
        SES,
        List.of(),
        List.of("1:unreadable"),
        "");
    add(
        "ses event that is cut off after its recipients",
        "{\"eventType\":\"Delivery\",\"delivery\":{\"recipients\":[\"a\",\"b\"]},\"mail\":\n"
            .getBytes(UTF_8),
        SES,
        List.of(),
        List.of("1:not valid JSON"),
        "");
    String head = "LETTER_ID,EVENT,EVENT_DATE,CUSTOMER_ID\n";
    add(
        "letters without id, word or time",
        (head
                + ",LODGED,2025-07-02,C1\nL2,,2025-07-02,C1\nL3,LODGED,,C1\nL4,LODGED,2025-02-30,C1\nL5,LODGED,07-02-2025,C1\n")
            .getBytes(UTF_8),
        LETTERS,
        List.of(),
        List.of(
            "2:no message id",
            "3:does not say what happened",
            "4:no time",
            "5:unreadable",
            "6:unreadable"),
        "");
    add(
        "letters with another word",
        (head + "L1,EATEN BY DOG,02/07/2025 10:30,C1\n").getBytes(UTF_8),
        LETTERS,
        List.of("2|print-house|post|L1|unknown|1751416200000000|-|-|C1|customer_id|-|EATEN BY DOG"),
        List.of(),
        "");
  }

  private static Source headless() {
    return new Source(
        "headless",
        aftermath.incident.Role.CUSTOMERS,
        Format.CSV,
        List.of("x"),
        new CsvDialect(',', '"', false, UTF_8, Optional.empty()),
        java.util.Map.of("family_name", List.of("2")),
        List.of("1"),
        Optional.of("3"),
        Optional.empty(),
        Optional.empty());
  }

  private static byte[] many(int rows) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < rows; i++) {
      text.append(i)
          .append(",name ")
          .append(i * 7919L % 10_007)
          .append(",x")
          .append(i)
          .append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] array(int objects) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < objects; i++) {
      text.append(i == 0 ? "" : ",").append("{\"ID\":").append(i * 7919L % 10_007).append("}");
    }
    return text.append("]").toString().getBytes(UTF_8);
  }

  private static void kept(String name, String text, String... rows) {
    add(name, text.getBytes(UTF_8), CSV, List.of(rows), List.of(), "");
  }

  private static void mixed(String name, String text, List<String> kept, String... setAside) {
    add(name, text.getBytes(UTF_8), CSV, kept, List.of(setAside), "");
  }

  private static void lines(String name, String text, int kept, String... setAside) {
    add(
        name,
        text.getBytes(UTF_8),
        LINES,
        List.of(kept + (kept == 1 ? " row" : " rows")),
        List.of(setAside),
        "");
  }

  private static void problem(String name, String text, String problem) {
    add(name, text.getBytes(UTF_8), CSV, List.of(), List.of(), problem);
  }

  private static void add(
      String name,
      byte[] bytes,
      Source source,
      List<String> kept,
      List<String> setAside,
      String problem) {
    ALL.add(new Case(name, bytes, source, kept, setAside, problem));
  }

  private static Source csv(char delimiter, Charset encoding, Charset fallback) {
    return Incidents.customers(
        Format.CSV, Incidents.csv(delimiter, encoding, Optional.ofNullable(fallback)), "x");
  }

  private static byte[] latin(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(stored)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stored.toByteArray();
  }
}
