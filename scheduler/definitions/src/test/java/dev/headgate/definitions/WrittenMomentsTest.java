package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and points in time that contracts may write in more than one way. */
class WrittenMomentsTest {
  @Test
  void aDayMayBeThePointInTimeWhenItBegins() {
    assertThat(
            OneProperty.argument(
                "logicalType: date, logicalTypeOptions: {minimum: '2020-01-01T00:00:00.000Z'}",
                "minimum"))
        .isEqualTo("2020-01-01");
    assertThat(
            OneProperty.mistake(
                "logicalType: date, logicalTypeOptions: {minimum: '2020-01-01T00:00:01Z'}"))
        .contains("expected a day in ISO 8601");
  }

  @ParameterizedTest
  @CsvSource({"+02:00, 2025-12-31T22:00:00Z", "Europe/Berlin, 2025-12-31T23:00:00Z"})
  void listedValuesAreInTheZoneOfBounds(String zone, String utc) {
    String options =
        "logicalType: timestamp, logicalTypeOptions: {defaultTimezone: '%s'%s}"
            .formatted(zone, ", minimum: '2026-01-01T00:00:00'");

    assertThat(OneProperty.argument(options, "minimum")).isEqualTo(utc);
    assertThat(
            OneProperty.argument(
                options + ", enum: [{value: '2026-01-01T00:00:00'}]", "validValues"))
        .isEqualTo(List.of(utc));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minimum: '2000-01-01T00:00:00', maximum: '9999-12-31T23:59:59',"
            + " defaultTimezone: America/New_York",
        "minimum: '2026-01-31T12:00:00Z', maximum: '2026-01-31T12:00:00.500Z'",
        "minimum: '2026-01-31', maximum: '2026-01-31T12:00:00Z'"
      })
  void boundsAreInOrderOfTime(String options) {
    assertThat(
            OneProperty.contract(
                    "logicalType: timestamp, logicalTypeOptions: {%s}".formatted(options))
                .rules())
        .hasSize(2);
  }

  @Test
  void thoseThatAreNotAreAMistake() {
    assertThat(
            OneProperty.mistake(
                "logicalType: timestamp, logicalTypeOptions: {minimum: '2026-01-31T12:00:00.500Z',"
                    + " maximum: '2026-01-31T12:00:00Z'}"))
        .contains("is below 'minimum'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"integer[]", "numeric(10,2)[]", "text[3]", "timestamp[]"})
  void anArraysTypeMayBeWrittenWithBrackets(String type) {
    assertThat(
            OneProperty.contract("logicalType: array, physicalType: '%s'".formatted(type))
                .columns())
        .hasSize(1);
    assertThat(OneProperty.mistake("logicalType: integer, physicalType: '%s'".formatted(type)))
        .contains("logicalType");
  }
}
