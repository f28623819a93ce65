package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bounds of days and times mean, and those that no value is within. */
class BoundsTest {
  private static final String LATE = "maximum: \"2001-12-31T23:59:59.999998\"";
  private static final String BERLIN = LATE + ", defaultTimezone: Europe/Berlin";

  private static Object maximum(String physical, String options) {
    return OneProperty.argument(
        "logicalType: timestamp, " + physical + "logicalTypeOptions: {" + options + "}", "maximum");
  }

  @ParameterizedTest
  @CsvSource({"TIMESTAMP_NTZ", "TIMESTAMP WITHOUT TIME ZONE", "timestamp(6) without time zone"})
  void aColumnWithoutAZoneHasLocalBounds(String physical) {
    String type = "physicalType: " + physical + ", ";

    assertThat(maximum(type, LATE)).isEqualTo("2001-12-31T23:59:59.999998");
    assertThat(maximum(type, BERLIN)).isEqualTo("2001-12-31T23:59:59.999998");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "physicalType: TIMESTAMP, ", "physicalType: timestamp(6), "})
  void theOptionTellsWhetherItHasAZone(String physical) {
    assertThat(maximum(physical, BERLIN + ", timezone: false"))
        .isEqualTo("2001-12-31T23:59:59.999998");
    assertThat(maximum(physical, BERLIN + ", timezone: true"))
        .isEqualTo("2001-12-31T22:59:59.999998Z");
    assertThat(maximum(physical, BERLIN)).isEqualTo("2001-12-31T22:59:59.999998Z");
    assertThat(maximum(physical, LATE)).isEqualTo("2001-12-31T23:59:59.999998Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date, minimum: \"2001-02-03T00:00:00+02:00\" | 'minimum': expected a day in ISO 8601, such as 2026-01-31, found '2001-02-03T00:00:00+02:00'",
        "number, minimum: 5, exclusiveMaximum: 5 | 'exclusiveMaximum': no value is within 5 and 'minimum', 5",
        "number, exclusiveMinimum: 1.5, maximum: 1.50 | 'maximum': no value is within 1.5 and 'exclusiveMinimum', 1.5",
        "integer, exclusiveMinimum: 5, exclusiveMaximum: 6 | 'exclusiveMaximum': no value is within 6 and 'exclusiveMinimum', 5",
        "integer, minimum: 5.2, maximum: 5.8 | 'maximum': no value is within 5.8 and 'minimum', 5.2",
        "date, exclusiveMinimum: 2001-02-28, exclusiveMaximum: 2001-03-01 | 'exclusiveMaximum': no value is within 2001-03-01 and 'exclusiveMinimum', 2001-02-28",
        "time, minimum: \"05:00\", exclusiveMaximum: \"05:00:00\" | 'exclusiveMaximum': no value is within 05:00:00 and 'minimum', 05:00:00",
      })
  void boundsThatNoValueCanMeetAreMistakes(String type, String mistake) {
    assertThat(OneProperty.mistake(column(type))).matches("9:\\d+: .*").endsWith(mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number, minimum: 5, maximum: 5",
        "number, exclusiveMinimum: 5, exclusiveMaximum: 6",
        "integer, exclusiveMinimum: 5, exclusiveMaximum: 7",
        "integer, minimum: 4.5, maximum: 5.5",
        "date, exclusiveMinimum: 2001-02-27, exclusiveMaximum: 2001-03-01",
        "date, minimum: 2001-02-27, maximum: 2001-02-27",
        "date, format: dd/MM/yyyy, minimum: 27/02/2001",
        "date, format: yyyy-MM-dd HH:mm:ss, minimum: \"2001-02-27 10:00:00\"",
        "timestamp, minimum: 2001-02-27, exclusiveMaximum: 2001-02-28",
      })
  void boundsThatAValueCanMeetAreTaken(String type) {
    assertThat(OneProperty.contract(column(type)).rules()).isNotEmpty();
  }

  private static String column(String type) {
    String[] parts = type.split(", ", 2);
    return "logicalType: " + parts[0] + ", logicalTypeOptions: {" + parts[1] + "}";
  }
}
