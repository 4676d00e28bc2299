package aftermath.intake;

/** A file is not what it was when it was surveyed, so nothing read from it can be trusted. */
public final class DeliveryChanged extends IntakeException {

  private static final long serialVersionUID = 1L;

  DeliveryChanged(String sentence) {
    super(sentence);
  }
}
