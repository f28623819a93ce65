package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.contract.Contract;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number means what is written, digit for digit. */
class ExactNumbersTest {
  private static String maximum(String number) {
    return "logicalType: number, logicalTypeOptions: {maximum: " + number + "}";
  }

  private static String valid(String number) {
    return "quality: [{metric: invalidValues, arguments: {validValues: ["
        + number
        + "]}, mustBe: 0}]";
  }

  private static String compared(String comparison) {
    return "quality: [{metric: nullValues, " + comparison + "}]";
  }

  @Test
  void noDigitIsLost() {
    BigDecimal exact = new BigDecimal("12345678901234567890.12");

    assertThat(OneProperty.argument(maximum("12345678901234567890.12"), "maximum"))
        .isEqualTo(exact);
    assertThat(OneProperty.argument(valid("12345678901234567890.12"), "validValues"))
        .isEqualTo(List.of(exact));
    assertThat(OneProperty.contract(maximum("12345678901234567890.12")).columns().get(0).options())
        .isEqualTo(Map.of("maximum", exact));
    assertThat(
            OneProperty.contract("logicalType: number, enum: [{value: 12345678901234567890.12}]")
                .columns()
                .get(0)
                .allowed())
        .isEqualTo(List.of(exact));
    assertThat(
            OneProperty.argument(
                "logicalType: number, logicalTypeOptions: {multipleOf: 0.1000000000000000000001}",
                "multipleOf"))
        .isEqualTo(new BigDecimal("0.1000000000000000000001"));
    assertThat(
            OneProperty.contract(compared("mustBeLessThan: 0.1000000000000000000001"))
                .rules()
                .get(0)
                .settings())
        .containsEntry("mustBeLessThan", new BigDecimal("0.1000000000000000000001"));
  }

  @Test
  void integersMayBeLongerThanALong() {
    assertThat(
            OneProperty.argument(
                "logicalType: integer, logicalTypeOptions: {maximum: 99999999999999999999}",
                "maximum"))
        .isEqualTo(new BigInteger("99999999999999999999"));
    assertThat(
            OneProperty.argument(
                "logicalType: integer, enum: [{value: 99999999999999999999}]", "validValues"))
        .isEqualTo(List.of(new BigInteger("99999999999999999999")));
    assertThat(OneProperty.argument(maximum("-9223372036854775808"), "maximum"))
        .isEqualTo(Long.MIN_VALUE);
    assertThat(OneProperty.argument(maximum("1e300"), "maximum"))
        .isEqualTo(BigInteger.TEN.pow(300));
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1.50", "5, 5.0", "1000, 1e3", "0.00001, 1E-5", "0, -0.0"})
  void howAValueIsWrittenDoesNotMatter(String one, String other) {
    Contract first = OneProperty.contract(maximum(one));
    Contract second = OneProperty.contract(maximum(other));

    assertThat(second).isEqualTo(first);
    assertThat(second.digest()).isEqualTo(first.digest());
  }

  @Test
  void numbersThatDifferInTheLastDigitAreTwo() {
    Contract one = OneProperty.contract(maximum("12345678901234567890.11"));
    Contract other = OneProperty.contract(maximum("12345678901234567890.12"));

    assertThat(other.digest()).isNotEqualTo(one.digest());
    assertThat(other.columns()).isNotEqualTo(one.columns());
  }

  @Test
  void comparisonsOfLongNumbersAreExact() {
    String between =
        "mustBeBetween: [100000000000000000001, 100000000000000000003], name: a long range";

    assertThat(OneProperty.contract(compared(between)).rules()).hasSize(1);
    assertThat(
            OneProperty.mistake(
                compared("mustBeBetween: [100000000000000000002, 100000000000000000001]")))
        .contains(
            "the lower bound 100000000000000000002 is above the upper bound"
                + " 100000000000000000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".inf | the number .inf, which is not finite",
        "-.INF | the number -.INF, which is not finite",
        ".nan | the number .nan, which is not finite",
        "1e999999999 | the number 1e999999999, which is beyond what a double holds",
        "1e-999999999 | the number 1e-999999999, which is beyond what a double holds",
        "1e309 | the number 1e309, which is beyond what a double holds",
        "1e-363 | the number 1e-363, which is beyond what a double holds",
        "0x1F | the number 0x1F, which is not decimal",
      })
  void whatNoTableCanHoldIsRefusedWithWhy(String number, String found) {
    assertThat(OneProperty.mistake(maximum(number)))
        .isEqualTo("9:66: 'maximum': expected a number, found " + found);
    assertThat(OneProperty.mistake(valid(number)))
        .isEqualTo("9:75: 'validValues': expected a value, found " + found);
    assertThat(OneProperty.mistake(compared("mustBe: " + number)))
        .isEqualTo("9:54: 'mustBe': expected a number, found " + found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999999999999999999999999999999",
        "0.00000000000000000000000000000000000001",
        "1e37"
      })
  void thirtyEightDigitsAreTaken(String number) {
    assertThat(OneProperty.argument(maximum(number), "maximum").toString())
        .isEqualTo(
            new BigDecimal(number).scale() > 0 ? "1E-38" : new BigDecimal(number).toPlainString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.0", "5e0", "99999999999999999999"})
  void aLengthIsAWholeNumberThatFits(String length) {
    assertThat(
            OneProperty.mistake(
                "logicalType: string, logicalTypeOptions: {maxLength: " + length + "}"))
        .isEqualTo("9:68: 'maxLength': expected a whole number from 0, found the number " + length);
  }
}
