package aftermath.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import de.siegmar.fastcsv.reader.CsvReader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PersonalValuesTest {
  private static final Scene SCENE = new Scene(Profiles.SERVICE_RECORDS, 1, 1);
  private static final Scene ABROAD = new Scene(Profiles.PAYMENTS, 1, 1);
  private static final long PEOPLE = 16_000_000L;
  private static final long PEOPLE_ABROAD = 1_700_000L;
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  @Property
  boolean everyEmailAddressIsOfAReservedDomain(
      @ForAll @LongRange(min = 0, max = PEOPLE) long number, @ForAll long bits) {
    Row row = row(SCENE, number);
    row.bits = bits;
    row.otherEmail = (bits & 1) == 0;
    row.misspeltEmail = (bits & 2) == 0;
    String email = written("email", SCENE, row);
    return email.matches(
        "[a-z0-9._]+@([a-z0-9-]+\\.)*(example\\.(com|net|org)|[a-z0-9-]+\\.(example|test|invalid))");
  }

  @Property
  boolean everyPhoneNumberIsOneThatCouldExist(
      @ForAll @LongRange(min = 0, max = PEOPLE) long number, @ForAll long bits)
      throws NumberParseException {
    Row row = row(SCENE, number);
    row.bits = bits;
    row.otherPhone = (bits & 1) == 0;
    return PHONES.isValidNumber(PHONES.parse(written("phone", SCENE, row), "AU"));
  }

  @Property
  boolean everyPhoneNumberAbroadIsOneThatCouldExist(
      @ForAll @LongRange(min = 0, max = PEOPLE_ABROAD) long number, @ForAll long bits)
      throws NumberParseException {
    Row row = row(ABROAD, number);
    row.bits = bits;
    return PHONES.isValidNumber(PHONES.parse(written("mobile", ABROAD, row), "GB"));
  }

  @Property
  boolean everyDateOfBirthIsOneThatThePersonCouldHave(
      @ForAll @LongRange(min = 0, max = PEOPLE) long number) {
    LocalDate born = LocalDate.parse(written("iso_birth_date", SCENE, row(SCENE, number)));
    return born.isAfter(LocalDate.of(1930, 1, 1)) && born.isBefore(LocalDate.of(2025, 6, 30));
  }

  @Property
  boolean everybodyHasANameWhateverItsForm(@ForAll @LongRange(min = 0, max = PEOPLE) long number) {
    return !written("family_name", SCENE, row(SCENE, number)).isBlank();
  }

  @Test
  void emailAddressesAreSharedWithinAHouseholdOnly() {
    Set<String> seen = new HashSet<>();
    String before = "";
    for (long number = 0; number < 200_000; number++) {
      Row row = row(SCENE, number);
      String email = written("email", SCENE, row);
      if (!seen.add(email)) {
        assertTrue(row.person.sharesEmail);
        assertEquals(before, email);
      }
      before = email;
    }
  }

  @Test
  void peopleOfOneHouseholdAreToldApartByName() {
    int shared = 0;
    for (long number = 0; number < 200_000; number += 2) {
      Row first = row(SCENE, number);
      Row second = row(SCENE, number + 1);
      if (first.person.sharesEmail) {
        shared++;
        assertEquals(first.person.family, second.person.family);
        assertNotEquals(first.person.given, second.person.given);
      }
    }
    assertTrue(shared > 1000);
  }

  @Property
  void quotedCellsAreReadBackAsTheyWere(@ForAll List<String> texts) {
    Bytes out = new Bytes();
    for (String text : texts) {
      int start = out.length();
      out.add(withoutSurrogates(text));
      out.quoteFrom(start, (byte) ';');
      out.add(';');
    }
    out.add("end\n");
    List<String> cells =
        CsvReader.builder().fieldSeparator(';').ofCsvRecord(out.toString()).stream()
            .findFirst()
            .orElseThrow()
            .getFields();
    assertEquals(texts.size() + 1, cells.size());
    for (int i = 0; i < texts.size(); i++) {
      String text =
          texts
              .get(i)
              .codePoints()
              .filter(c -> c < 0xd800)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertEquals(text, cells.get(i));
    }
  }

  /** Half a surrogate pair is no text in any encoding. */
  private static String withoutSurrogates(String text) {
    return text.codePoints()
        .filter(c -> c < 0xd800)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Row row(Scene scene, long number) {
    Row row = new Row();
    scene.people().fill(row.person, number);
    row.looksUsual();
    row.bits = Randomness.mix(number);
    return row;
  }

  private static String written(String value, Scene scene, Row row) {
    Bytes out = new Bytes();
    Values.of(value, scene.profile().values().get(value), scene).write(row, out);
    return out.toString();
  }
}
