package aftermath.intake.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Turns one mail that a mail server returned into an object that {@link DeliveryStatus} reads.
 *
 * <pre>
 * {"mail": {headers of the mail itself},
 *  "reported": {fields of the report about the message},
 *  "recipients": [{fields of the report about one recipient}],
 *  "original": {headers of the message that the report is about}}
 * </pre>
 *
 * <p>The report is a part of type message/delivery-status (RFC 3464) beside the returned message or
 * its headers (RFC 6522); message/global-delivery-status and message/global are the same for
 * addresses beyond ASCII (RFC 6533). All names are in lower case.
 *
 * <ul>
 *   <li>Servers put the parts in containers other than multipart/report, and in any order; the
 *       parts' own types decide.
 *   <li>A report inside a message that was forwarded or returned is not this mail's: what is
 *       attached as a message is read for its headers and not entered.
 *   <li>Servers leave out the fields about the message, or the empty line behind them; a group of
 *       fields is about a recipient if it names one or an action.
 *   <li>Some send X-Failed-Recipients in several headers; they are joined.
 *   <li>A mail without a report, such as an automatic answer, gives an object without recipients.
 *   <li>A damaged mail gives what could be read of it, and in {@code damaged} among the mail's
 *       headers the kind of the damage, unless it merely ends too early.
 *   <li>Bodies are passed over as they are read, and reports are read up to a limit, so that
 *       attachments of any size fit.
 * </ul>
 */
public final class DeliveryStatusMail {

  private static final Set<String> REPORTS =
      Set.of("message/delivery-status", "message/global-delivery-status");

  /** message/rfc822-headers is an error that servers make. */
  private static final Set<String> RETURNED =
      Set.of(
          "message/rfc822",
          "message/global",
          "text/rfc822-headers",
          "message/rfc822-headers",
          "message/global-headers");

  private static final String FAILED_RECIPIENTS = "x-failed-recipients";

  /** Not the subject and not the rest: what people write is not needed. */
  private static final Set<String> OF_THE_MAIL =
      Set.of(
          "message-id",
          "date",
          "from",
          "to",
          "return-path",
          "in-reply-to",
          "auto-submitted",
          FAILED_RECIPIENTS);

  private static final int LONGEST_REPORT = 1 << 20;
  private static final int LONGEST_HEADER = 1 << 17;
  private static final int DEEPEST = 20;

  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxLineLen(LONGEST_HEADER)
          .setMaxHeaderLen(LONGEST_HEADER)
          .setMaxHeaderCount(1_000)
          .build();

  private static final Pattern FOLDS = Pattern.compile("[\\r\\n]+[ \\t]*");

  private final ObjectNode told = JsonNodeFactory.instance.objectNode();
  private final ObjectNode mail = told.putObject("mail");
  private final ObjectNode reported = told.putObject("reported");
  private final ObjectNode original = told.putObject("original");

  private DeliveryStatusMail() {}

  public static ObjectNode of(byte[] mail) {
    try {
      return of(new ByteArrayInputStream(mail));
    } catch (IOException e) {
      throw new AssertionError("Bytes in memory are always there", e);
    }
  }

  /**
   * Reads one mail to its end.
   *
   * @throws IOException if the stream cannot be read, and never for what is in it
   */
  public static ObjectNode of(InputStream mail) throws IOException {
    DeliveryStatusMail reader = new DeliveryStatusMail();
    reader.read(mail);
    return reader.told;
  }

  private void read(InputStream input) throws IOException {
    MimeTokenStream tokens = new MimeTokenStream(CONFIG);
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    tokens.parse(pastEmptyLines(input));
    int depth = 0;
    try {
      while (tokens.getState() != EntityState.T_END_OF_STREAM && depth <= DEEPEST) {
        switch (tokens.getState()) {
          case T_FIELD -> keepOfMail(tokens.getField(), depth);
          case T_START_MULTIPART -> depth++;
          case T_END_MULTIPART -> depth--;
          case T_BODY -> readBody(tokens);
          default -> {}
        }
        tokens.next();
      }
    } catch (MimeException | MimeIOException | MaxLineLimitException e) {
      damaged(e);
    }
  }

  private void damaged(Exception e) {
    mail.put("damaged", e.getClass().getSimpleName());
  }

  /** The first headers are the mail's; those of its parts come deeper. */
  private void keepOfMail(Field field, int depth) {
    String name = nameOf(field);
    if (depth > 0 || !OF_THE_MAIL.contains(name)) {
      return;
    }
    if (name.equals(FAILED_RECIPIENTS) && mail.has(name)) {
      mail.put(name, mail.get(name).asText() + ", " + valueOf(field));
    } else {
      keep(mail, field);
    }
  }

  private void readBody(MimeTokenStream tokens) throws IOException {
    String type = tokens.getBodyDescriptor().getMimeType();
    if (REPORTS.contains(type)) {
      readReport(tokens.getDecodedInputStream());
    } else if (RETURNED.contains(type) && original.isEmpty()) {
      readFields(tokens.getDecodedInputStream(), original);
    }
  }

  private void readReport(InputStream body) throws IOException {
    String report = new String(body.readNBytes(LONGEST_REPORT), StandardCharsets.ISO_8859_1);
    StringBuilder group = new StringBuilder();
    for (String line : (Iterable<String>) report.lines()::iterator) {
      if (line.isBlank()) {
        readGroup(group);
      } else {
        group.append(line).append("\r\n");
      }
    }
    readGroup(group);
  }

  private void readGroup(StringBuilder group) throws IOException {
    if (group.isEmpty()) {
      return;
    }
    byte[] bytes = group.toString().getBytes(StandardCharsets.ISO_8859_1);
    group.setLength(0);
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    readFields(new ByteArrayInputStream(bytes), fields);
    keepGroup(fields);
  }

  private void keepGroup(ObjectNode fields) {
    boolean ofRecipient =
        fields.has("final-recipient") || fields.has("original-recipient") || fields.has("action");
    if (ofRecipient) {
      told.withArray("/recipients").add(fields);
    }
    if (reported.isEmpty()) {
      // What is of the message may stand in the group of its only recipient.
      reported.setAll(fields);
    }
  }

  /** Headers of a message, or what is written like them. */
  private void readFields(InputStream input, ObjectNode into) throws IOException {
    MimeTokenStream tokens = new MimeTokenStream(CONFIG);
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    tokens.parse(pastEmptyLines(input));
    try {
      while (tokens.getState() != EntityState.T_END_HEADER
          && tokens.getState() != EntityState.T_END_OF_STREAM) {
        if (tokens.getState() == EntityState.T_FIELD) {
          keep(into, tokens.getField());
        }
        tokens.next();
      }
    } catch (MimeException | MimeIOException | MaxLineLimitException e) {
      damaged(e);
    }
  }

  private static InputStream pastEmptyLines(InputStream input) throws IOException {
    PushbackInputStream rest = new PushbackInputStream(input);
    int next = rest.read();
    while (next == '\r' || next == '\n') {
      next = rest.read();
    }
    if (next >= 0) {
      rest.unread(next);
    }
    return rest;
  }

  /** Of headers that stand there twice the first counts: it is the one that was written last. */
  private static void keep(ObjectNode into, Field field) {
    if (!into.has(nameOf(field))) {
      into.put(nameOf(field), valueOf(field));
    }
  }

  private static String nameOf(Field field) {
    return field.getName().strip().toLowerCase(Locale.ROOT);
  }

  /** In one line, in UTF-8 as far as the bytes are, and with its encoded words decoded. */
  private static String valueOf(Field field) {
    String raw = new String(field.getRaw().toByteArray(), StandardCharsets.UTF_8);
    String value = FOLDS.matcher(raw.substring(raw.indexOf(':') + 1)).replaceAll(" ").strip();
    try {
      return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
