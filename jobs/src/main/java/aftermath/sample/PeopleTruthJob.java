package aftermath.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes who was affected, what of theirs was exposed, and whether they have been told. */
final class PeopleTruthJob implements Job {
  private final Scene scene;
  private final Outreach outreach;
  private final List<String> titles = new ArrayList<>();
  private final List<Cell> keys = new ArrayList<>();

  PeopleTruthJob(Scene scene, Outreach outreach) {
    this.scene = scene;
    this.outreach = outreach;
    scene
        .profile()
        .truth()
        .forEach(
            (title, reference) -> {
              titles.add(title);
              keys.add(scene.cell(reference));
            });
  }

  @Override
  public String path() {
    return "people.csv";
  }

  @Override
  public long expectedRows() {
    return scene.census().affected();
  }

  @Override
  public void write(PartFile file, Tally tally) throws IOException {
    file.out().add("person,part,fields,mask,records,").add(String.join(",", titles));
    file.out().add(",email_outcome,letter,state\n");
    Row row = new Row();
    Bytes scratch = new Bytes();
    Map<Long, byte[]> namesOfMask = new HashMap<>();
    Map<Long, long[]> peopleOfMask = new HashMap<>();
    long[] peopleOfPart = new long[scene.census().parts().size()];
    long[] peopleInState = new long[Outreach.State.values().length];
    Map<Integer, long[]> belonging = new HashMap<>();
    for (long rank = 0; rank < scene.census().affected(); rank++) {
      Person person = row.person;
      scene.people().fillRanked(person, rank);
      scratch.cutTo(0);
      boolean hasAddress = outreach.writeAddress(row, scratch);
      Outreach.Post post = outreach.post(row, hasAddress, scratch);
      Outreach.State state = outreach.state(row, hasAddress, post);
      Bytes out = file.out();
      out.addNumber(person.number).add(',');
      int start = out.length();
      out.add(scene.census().parts().get(person.part));
      out.quoteFrom(start, (byte) ',');
      out.add(',').add(namesOfMask.computeIfAbsent(person.exposed, this::names));
      out.add(',').addNumber(person.exposed);
      out.add(',').addNumber(scene.census().recordsOf(rank));
      for (Cell key : keys) {
        out.add(',');
        key.write(row, out);
      }
      out.add(',');
      if (hasAddress) {
        out.add(outreach.outcome(0, person.number).name());
      }
      out.add(',');
      if (post != Outreach.Post.NONE) {
        out.add(post.name());
      }
      out.add(',').add(state.name()).add('\n');
      file.rowDone();
      peopleOfMask.computeIfAbsent(person.exposed, mask -> new long[1])[0]++;
      peopleOfPart[person.part]++;
      peopleInState[state.ordinal()]++;
      belonging.computeIfAbsent(person.populations, p -> new long[1])[0]++;
    }
    count(tally, peopleOfMask, peopleOfPart, peopleInState, belonging);
  }

  private void count(
      Tally tally,
      Map<Long, long[]> peopleOfMask,
      long[] peopleOfPart,
      long[] peopleInState,
      Map<Integer, long[]> belonging) {
    List<String> fields = scene.profile().fields();
    peopleOfMask.forEach(
        (mask, people) -> {
          for (int i = 0; i < fields.size(); i++) {
            if ((mask >>> i & 1) == 1) {
              tally.add("people by field", fields.get(i), people[0]);
            }
          }
        });
    for (int i = 0; i < peopleOfPart.length; i++) {
      tally.add("people by part", scene.census().parts().get(i), peopleOfPart[i]);
    }
    for (Outreach.State state : Outreach.State.values()) {
      tally.add("people by state", state.name(), peopleInState[state.ordinal()]);
    }
    belonging.forEach(
        (populations, people) ->
            tally.add("people by what they belong to", names(populations), people[0]));
  }

  private byte[] names(long mask) {
    List<String> names = new ArrayList<>();
    List<String> fields = scene.profile().fields();
    for (int i = 0; i < fields.size(); i++) {
      if ((mask >>> i & 1) == 1) {
        names.add(fields.get(i));
      }
    }
    return Bytes.of(String.join(" ", names));
  }

  private String names(int populations) {
    List<String> names = new ArrayList<>();
    List<String> all = scene.profile().populations();
    for (int i = 0; i < all.size(); i++) {
      if ((populations >>> i & 1) == 1) {
        names.add(all.get(i));
      }
    }
    return names.isEmpty() ? Profile.NOBODY : String.join(Profile.AND, names);
  }
}
