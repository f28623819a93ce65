package dev.headgate.plugins.checks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.spi.PluginException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  @ParameterizedTest
  @CsvSource({
    "mustBe, 4, false",
    "mustBe, 5, true",
    "mustBe, 6, false",
    "mustNotBe, 4, true",
    "mustNotBe, 5, false",
    "mustBeGreaterThan, 5, false",
    "mustBeGreaterThan, 6, true",
    "mustBeGreaterOrEqualTo, 4, false",
    "mustBeGreaterOrEqualTo, 5, true",
    "mustBeGreaterThanOrEqualTo, 4, false",
    "mustBeGreaterThanOrEqualTo, 5, true",
    "mustBeLessThan, 4, true",
    "mustBeLessThan, 5, false",
    "mustBeLessOrEqualTo, 5, true",
    "mustBeLessOrEqualTo, 6, false",
    "mustBeLessThanOrEqualTo, 5, true",
    "mustBeLessThanOrEqualTo, 6, false",
  })
  void comparesWithOneNumber(String key, long value, boolean holds) {
    assertThat(Comparison.of(Map.of(key, 5L)).holds(Quantity.Numeric.of(value))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"4, false", "5, false", "6, true", "7, true", "8, false", "9, false"})
  void theBoundsOfARangeAreOutsideOfIt(long value, boolean between) {
    List<Object> bounds = List.of(5L, 8L);
    Quantity measured = Quantity.Numeric.of(value);
    assertThat(Comparison.of(Map.of("mustBeBetween", bounds)).holds(measured)).isEqualTo(between);
    assertThat(Comparison.of(Map.of("mustNotBeBetween", bounds)).holds(measured))
        .isEqualTo(!between);
  }

  @Test
  void decimalsAreComparedExactly() {
    Quantity sum = new Quantity.Numeric(new BigDecimal("0.30"));
    assertThat(Comparison.of(Map.of("mustBe", 0.3)).holds(sum)).isTrue();
    Quantity big = new Quantity.Numeric(new BigDecimal("9007199254740993"));
    assertThat(Comparison.of(Map.of("mustBe", 9007199254740992L)).holds(big)).isFalse();
    assertThat(Comparison.of(Map.of("mustBeGreaterThan", 9007199254740992L)).holds(big)).isTrue();
  }

  @Test
  void allOperatorsMustHold() {
    Comparison comparison = Comparison.of(Map.of("mustBeGreaterThan", 1L, "mustBeLessThan", 9L));
    assertThat(comparison.holds(Quantity.Numeric.of(5))).isTrue();
    assertThat(comparison.holds(Quantity.Numeric.of(1))).isFalse();
    assertThat(comparison.holds(Quantity.Numeric.of(9))).isFalse();
    assertThat(comparison.expected("")).isEqualTo("greater than 1 and less than 9");
  }

  @Test
  void truthValuesAreComparedWithTruthValues() {
    assertThat(Comparison.of(Map.of("mustBe", true)).holds(new Quantity.Flag(true))).isTrue();
    assertThat(Comparison.of(Map.of("mustBe", true)).holds(new Quantity.Flag(false))).isFalse();
    assertThat(Comparison.of(Map.of("mustNotBe", true)).holds(new Quantity.Flag(false))).isTrue();
    assertThatThrownBy(() -> Comparison.of(Map.of("mustBe", 1L)).holds(new Quantity.Flag(true)))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            "mustBe: 1 cannot be compared with the measured true; expected both to be numbers, or"
                + " both to be true or false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mustBe", "mustNotBe", "mustBeLessThan"})
  void nullMeetsNothing(String key) {
    assertThat(Comparison.of(Map.of(key, 0L)).holds(new Quantity.Nothing())).isFalse();
  }

  @Test
  void withoutAnOperatorItSaysWhichThereAre() {
    assertThatThrownBy(() -> Comparison.of(Map.of("column", "a")))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            "the check compares with nothing: expected one of mustBe, mustNotBe,"
                + " mustBeGreaterThan, mustBeGreaterOrEqualTo, mustBeLessThan,"
                + " mustBeLessOrEqualTo, mustBeBetween, mustNotBeBetween");
  }

  @Test
  void operandsOfTheWrongKindAreRefused() {
    refused(Map.of("mustBeLessThan", "5"), "mustBeLessThan: expected a number, but found 5");
    refused(Map.of("mustBe", "5"), "mustBe: expected a number, true or false, but found 5");
    refused(Map.of("mustBeLessThan", true), "mustBeLessThan: expected a number, but found true");
    refused(
        Map.of("mustBeLessThan", Double.NaN),
        "mustBeLessThan: NaN is not a number to compare with");
    String range = "mustBeBetween: expected a list of two numbers, the lower one first, but found ";
    refused(Map.of("mustBeBetween", 5L), range + "5");
    refused(Map.of("mustBeBetween", List.of(5L)), range + "[5]");
    refused(Map.of("mustBeBetween", List.of(8L, 5L)), range + "[8, 5]");
    refused(
        Map.of("mustBeBetween", List.of(1L, "5")), "mustBeBetween: expected a number, but found 5");
  }

  private static void refused(Map<String, Object> settings, String message) {
    assertThatThrownBy(() -> Comparison.of(settings))
        .isInstanceOf(PluginException.class)
        .hasMessage(message);
  }
}
