package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no table can meet is a mistake of the contract, found where it is written. */
class ImpossibleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "logicalType: date, enum: [{value: tomorrow}] | 'value': expected a day in the column's format or ISO 8601, found 'tomorrow'",
        "logicalType: date, enum: [{value: 2001-02-30}] | 'value': expected a day in the column's format or ISO 8601, found '2001-02-30'",
        "logicalType: time, enum: [{value: noon}] | 'value': expected a time of day in the column's format or ISO 8601, found 'noon'",
      })
  void anAllowedValueIsOneOfTheColumnsType(String keys, String mistake) {
    assertThat(OneProperty.mistake(keys)).matches("9:\\d+: .*").endsWith(mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "logicalType: integer | x | 'x': expected whole numbers",
        "logicalType: integer | 1.5 | 1.5: expected whole numbers",
        "logicalType: number, physicalType: 'DECIMAL(10,2)' | x | 'x': expected numbers",
        "logicalType: boolean | maybe | 'maybe': expected true or false",
        "logicalType: date | tomorrow | 'tomorrow': expected days such as 2026-01-31",
        "physicalType: DATE | 20010203 | 20010203: expected days such as 2026-01-31",
        "logicalType: timestamp | noon | 'noon': expected points in time such as 2026-01-31T12:00:00Z",
        "physicalType: ARRAY<INT> | 1 | 1: expected a column of single values",
      })
  void aValidValueIsOneOfTheColumnsType(String type, String value, String mistake) {
    assertThat(OneProperty.appliedMistake(type + ", " + valid(value)))
        .matches("9:\\d+: .*")
        .endsWith("'validValues': no value of the column 'a' is " + mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "logicalType: integer | 1",
        "logicalType: integer | '\"1\"'",
        "logicalType: integer | 1.0",
        "logicalType: string | 1",
        "logicalType: boolean | '\"TRUE\"'",
        "logicalType: date | 2001-02-03",
        "logicalType: integer, physicalType: STRING | x",
        "physicalType: ENUM | x",
        "logicalType: number, physicalType: MONEY | x",
      })
  void whatMayBeOneIsTaken(String type, String value) {
    assertThat(OneProperty.applied(type + ", " + valid(value)).rules()).hasSize(1);
  }

  private static String valid(String value) {
    return "quality: [{metric: invalidValues, mustBe: 0, arguments: {validValues: ["
        + value
        + "]}}]";
  }

  @ParameterizedTest
  @CsvSource({
    "string, INT",
    "string, 'DECIMAL(10,2)'",
    "string, ARRAY<STRING>",
    "integer, BOOLEAN",
    "integer, DATE",
    "number, TIMESTAMP_NTZ",
    "boolean, DATE",
    "date, BOOLEAN",
    "timestamp, TIME",
    "time, DATE",
    "object, BIGINT",
    "array, 'STRUCT<a: INT>'",
    "map, 'ARRAY<INT>'",
  })
  void typesThatContradictAreAMistake(String logical, String physical) {
    String map = logical.equals("map") ? ", map: {key: {}, value: {}}" : "";

    assertThat(
            OneProperty.mistake(
                "logicalType: " + logical + map + ", physicalType: \"" + physical + "\""))
        .matches("9:\\d+: .*")
        .endsWith(
            "'physicalType': '"
                + physical
                + "' has no values of 'logicalType: "
                + logical
                + "': expected types that agree");
  }

  @ParameterizedTest
  @CsvSource({
    "string, UUID",
    "string, VARCHAR(18)",
    "string, DATE",
    "date, TIMESTAMP",
    "date, INT",
    "timestamp, BIGINT",
    "timestamp, DATE",
    "integer, 'NUMBER(10,0)'",
    "integer, DOUBLE",
    "number, INT",
    "boolean, TINYINT",
    "object, JSON",
    "object, STRING",
    "object, 'MAP<STRING, INT>'",
    "integer, STRING",
    "string, something",
  })
  void typesThatMayAgreeAreTaken(String logical, String physical) {
    assertThat(
            OneProperty.contract("logicalType: " + logical + ", physicalType: \"" + physical + "\"")
                .columns())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mustBe: 120, unit: percent | mustBe",
        "mustBe: -1 | mustBe",
        "mustBe: 1.5 | mustBe",
        "mustBeLessThan: 0 | mustBeLessThan",
        "mustBeLessOrEqualTo: -1 | mustBeLessOrEqualTo",
        "mustBeGreaterThan: 100, unit: percent | mustBeGreaterThan",
        "mustBeGreaterOrEqualTo: 100.5, unit: percent | mustBeGreaterOrEqualTo",
        "mustBeBetween: [5, 6] | mustBeBetween",
        "mustBeBetween: [-6, 0], unit: percent | mustBeBetween",
        "mustBeGreaterThan: 5, mustBeLessThan: 6 | mustBeGreaterThan and mustBeLessThan",
        "mustNotBeBetween: [-1, 101], unit: percent | mustNotBeBetween",
      })
  void whatNoCountCanBeIsAMistake(String comparison, String operator) {
    assertThat(OneProperty.mistake(compared(comparison)))
        .matches("9:\\d+: .*")
        .contains(
            "'" + operator.replace(" and ", "' and '") + "': the check nullValues can never pass");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mustBe: 100, unit: percent",
        "mustBe: 0",
        "mustBe: 1.5, unit: percent",
        "mustBeLessThan: 0.5",
        "mustBeBetween: [4, 6]",
        "mustBeBetween: [5, 6], unit: percent",
        "mustBeBetween: [-6, 1]",
        "mustBeGreaterThan: 99, unit: percent",
        "mustBeGreaterThan: 5, mustBeLessOrEqualTo: 6",
        "mustNotBe: -1",
        "mustBeLessThan: 120, unit: percent",
      })
  void whatACountCanBeIsTaken(String comparison) {
    assertThat(OneProperty.contract(compared(comparison)).rules()).hasSize(1);
  }

  private static String compared(String comparison) {
    return "quality: [{metric: nullValues, " + comparison + "}]";
  }
}
