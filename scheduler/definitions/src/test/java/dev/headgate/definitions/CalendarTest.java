package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that no calendar has are mistakes; none is moved to another. */
class CalendarTest {
  private static String minimum(String minimum, String more) {
    return "logicalType: date, logicalTypeOptions: {minimum: " + minimum + more + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2001-02-31 | ''",
        "2001-02-29 | ''",
        "31/02/2001 | , format: dd/MM/yyyy",
        "31.02.01 | , format: dd.MM.yy",
        "2001-366 | , format: yyyy-DDD",
        "31/04/2001 | ', format: \"dd/MM/yyyy''T''\"'",
      })
  void aDayThatIsNoneIsAMistakeAtItsPlace(String day, String format) {
    assertThat(OneProperty.mistake(minimum(day, format)))
        .startsWith("9:64: 'minimum': expected a day")
        .endsWith("found '" + day + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2000-02-29 | '' | 2000-02-29",
        "29/02/2000 | , format: dd/MM/yyyy | 2000-02-29",
        "29.02.00 | , format: dd.MM.yy | 2000-02-29",
        "2000-060 | , format: yyyy-DDD | 2000-02-29",
        "29-02-2000 AD | , format: dd-MM-yyyy G | 2000-02-29",
        "29 year 2000 02 | ', format: \"dd ''year'' yyyy MM\"' | 2000-02-29",
      })
  void aDayThatIsOneIsRead(String day, String format, String read) {
    assertThat(OneProperty.argument(minimum(day, format), "minimum")).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001-02-31T00:00:00Z", "2001-02-28T24:00:00Z", "2001-02-30 10:00:00"})
  void aPointInTimeThatIsNoneIsAMistake(String moment) {
    assertThat(
            OneProperty.mistake(
                "logicalType: timestamp, logicalTypeOptions: {minimum: \"" + moment + "\"}"))
        .endsWith("found '" + moment + "'");
  }
}
