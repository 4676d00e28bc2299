package aftermath.incident;

import java.util.EnumSet;
import java.util.Set;

/** A file format that deliveries come in; in the file lower case with dashes. */
public enum Format {
  CSV,
  /** One JSON object a line. */
  NDJSON,
  /** One JSON array of objects, or several after each other. */
  JSON_ARRAY,
  PARQUET,
  DELTA,
  /** Amazon SES event publishing, one JSON object a line. */
  AMAZON_SES,
  /** Bodies of the SendGrid event webhook. */
  SENDGRID,
  /** Bodies of Mailgun's webhooks, or pages of its events API. */
  MAILGUN,
  /** Bodies of Postmark's webhooks. */
  POSTMARK,
  /** Status callbacks of Twilio for SMS: posted forms, or events of its event streams. */
  TWILIO_SMS,
  /** Mails that report what became of a mail (RFC 3464), each a file or many in an mbox. */
  DELIVERY_STATUS;

  private static final Set<Format> OF_PROVIDERS =
      EnumSet.of(AMAZON_SES, SENDGRID, MAILGUN, POSTMARK, TWILIO_SMS, DELIVERY_STATUS);

  /** Whether the events of messages come in a provider's own words. */
  public boolean isOfProvider() {
    return OF_PROVIDERS.contains(this);
  }
}
