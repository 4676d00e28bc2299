package aftermath.sample;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Writes who enrolled in protection and who set passwords and second factors anew, as JSON. */
final class ProtectionJob implements Job {
  private final Scene scene;
  private final Responders responders;
  private final Profile.Protection protection;
  private final Cell customer;
  private final int part;
  private final long from;
  private final long to;

  ProtectionJob(Scene scene, Outreach outreach, int part) {
    this.scene = scene;
    this.responders = new Responders(scene, outreach);
    this.protection = scene.profile().responses().protection();
    this.customer = scene.cell(protection.customer());
    this.part = part;
    long affected = scene.census().affected();
    this.from = affected * part / protection.parts();
    this.to = affected * (part + 1) / protection.parts();
  }

  @Override
  public String path() {
    return String.format(Locale.ROOT, protection.path(), part);
  }

  @Override
  public long expectedRows() {
    double share = protection.shares().values().stream().mapToDouble(Double::doubleValue).sum();
    return (long) ((to - from) * share);
  }

  @Override
  public void write(PartFile file, Tally tally) throws IOException {
    Row row = new Row();
    Dice dice = new Dice();
    Bytes number = new Bytes();
    for (long rank = from; rank < to; rank++) {
      scene.people().fillRanked(row.person, rank);
      number.cutTo(0);
      if (!customer.write(row, number)) {
        continue;
      }
      for (Map.Entry<String, Double> deed : protection.shares().entrySet()) {
        dice.startAt(scene.stream("protection " + deed.getKey()), row.person.number);
        if (responders.acts(row, dice, deed.getValue())) {
          long id = dice.bits();
          long moment = responders.moment(dice);
          write(file, deed.getKey(), id, moment, number);
          tally.add("protection", deed.getKey(), 1);
          if (dice.happens(protection.duplicated())) {
            write(file, deed.getKey(), id, moment, number);
            tally.add("protection", "delivered twice", 1);
          }
        }
      }
    }
  }

  private static void write(PartFile file, String type, long id, long moment, Bytes number)
      throws IOException {
    Bytes out = file.out();
    out.add("{\"id\":\"").addHex(id, 16).add("\",\"type\":\"").add(type);
    out.add("\",\"at\":\"").addMoment(moment).add("\",\"customer\":{\"number\":\"");
    out.add(number).add("\"}}\n");
    file.rowDone();
  }
}
