package aftermath.intake;

import aftermath.incident.Format;
import aftermath.intake.provider.DeliveryStatus;
import aftermath.intake.provider.Mailgun;
import aftermath.intake.provider.Postmark;
import aftermath.intake.provider.ProviderFormat;
import aftermath.intake.provider.SendGrid;
import aftermath.intake.provider.TwilioSms;

/** Who understands which provider. */
final class Providers {

  private Providers() {}

  static ProviderFormat of(Format format) {
    return switch (format) {
      case SENDGRID -> new SendGrid();
      case MAILGUN -> new Mailgun();
      case POSTMARK -> new Postmark();
      case TWILIO_SMS -> new TwilioSms();
      case DELIVERY_STATUS -> new DeliveryStatus();
      case CSV, NDJSON, JSON_ARRAY, PARQUET, DELTA, AMAZON_SES ->
          throw new IllegalArgumentException(format.name());
    };
  }
}
