package aftermath.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  @TempDir private Path folder;

  @Test
  void readsTheProfilesThatComeWithTheProgram() {
    assertEquals("qantas-2025", Profiles.SERVICE_RECORDS.id());
    assertEquals("british-airways-2018", Profiles.PAYMENTS.id());
  }

  @Test
  void tellsAllMistakesAtOnce() throws IOException {
    String good = Files.readString(Path.of("conf/profiles/british-airways-2018.yaml"));
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(
        file,
        good.replace("fields: [card_number]", "fields: [card_numbr]")
            .replace("near_miss: 80", "near_mis: 80")
            .replace("club.mail]", "club.male]")
            .replace("make: month", "make: moonth")
            .replace("rows: club", "rows: clubb")
            .replace(
                "bookings: 0.6, bookings and club: 0.34", "bookings: 0.7, bookings and club: 0.34")
            .replace("value: remark", "value: remarkable"));

    String message = assertThrows(SampleProblem.class, () -> Profile.read(file)).getMessage();

    assertTrue(message.contains("'card_numbr'"), message);
    assertTrue(message.contains("'near_mis'"), message);
    assertTrue(message.contains("'club.male'"), message);
    assertTrue(message.contains("'moonth'"), message);
    assertTrue(message.contains("'clubb'"), message);
    assertTrue(message.contains("'remarkable'"), message);
    assertTrue(message.contains("not to 1"), message);
  }

  @Test
  void namesTheFileThatCannotBeRead() {
    Path absent = folder.resolve("absent.yaml");

    String message = assertThrows(SampleProblem.class, () -> Profile.read(absent)).getMessage();

    assertTrue(message.contains("absent.yaml"), message);
  }

  @Test
  void namesASettingThatNobodyKnows() throws IOException {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(file, "id: x\ncolour: red\n");

    String message = assertThrows(SampleProblem.class, () -> Profile.read(file)).getMessage();

    assertTrue(message.contains("colour"), message);
  }
}
