package aftermath.intake;

import aftermath.intake.RecordReader.Outcome;
import aftermath.intake.provider.DeliveryStatusMail;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Mails, one a file or many in an mbox, where each begins with a line {@code From …} behind an
 * empty one. A mail's line is the one it begins on.
 */
final class BodyMails extends Bodies {
  /** Who and when; a sentence may begin with the word alone. */
  private static final Pattern FROM = Pattern.compile("From \\S.*\\d\\d:\\d\\d.*\\d{4}.*\\R");

  private static final int LONGEST_FROM = 500;

  /** Reports stand at the beginning of a mail; what it returns may be of any size. */
  private static final int KEPT = Records.LONGEST;

  private final InputStream input;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
  private long lines;
  private long begun;
  private boolean isOver;
  private boolean isCutOff;
  private JsonNode body;

  BodyMails(InputStream input) {
    this.input = new BufferedInputStream(input, 1 << 16);
  }

  @Override
  Outcome next() throws IOException {
    if (isOver) {
      return Outcome.END;
    }
    mail.reset();
    begun = lines + (isSeparator() ? 0 : 1);
    try {
      readMail();
    } catch (DamagedInput e) {
      isOver = true;
      isCutOff = true;
      return setAside(Reasons.damagedFromHere(), "");
    }
    if (isOver && isBlank()) {
      return Outcome.END;
    }
    body = DeliveryStatusMail.of(mail.toByteArray());
    return Outcome.KEPT;
  }

  /** Up to the line that begins the next mail, which stays in {@code line}. */
  private void readMail() throws IOException {
    boolean isBehindEmpty = true;
    while (readLine()) {
      if (isBehindEmpty && isSeparator()) {
        if (!isBlank()) {
          return;
        }
      } else if (mail.size() < KEPT) {
        line.writeTo(mail);
      }
      isBehindEmpty = line.size() <= 2 && line.toString(StandardCharsets.US_ASCII).isBlank();
    }
    isOver = true;
  }

  private boolean isBlank() {
    return mail.toString(StandardCharsets.ISO_8859_1).isBlank();
  }

  private boolean isSeparator() {
    return line.size() < LONGEST_FROM
        && FROM.matcher(line.toString(StandardCharsets.ISO_8859_1)).matches();
  }

  /** The next line with its end, as much of it as is kept; false if there is none. */
  private boolean readLine() throws IOException {
    line.reset();
    int one = input.read();
    while (one >= 0 && one != '\n') {
      if (line.size() < KEPT) {
        line.write(one);
      }
      one = input.read();
    }
    if (one < 0 && line.size() == 0) {
      return false;
    }
    line.write('\n');
    lines++;
    return true;
  }

  @Override
  JsonNode body() {
    return body;
  }

  @Override
  long line() {
    return begun;
  }

  @Override
  boolean isCutOff() {
    return isCutOff;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
