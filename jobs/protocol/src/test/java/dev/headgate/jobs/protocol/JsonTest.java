package dev.headgate.jobs.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put(
        "text",
        "quote \" back \\ slash / line \n tab \t bell \u0007 snow \u2603 pair \ud83d\ude80");
    value.put("long", Long.MIN_VALUE);
    value.put("double", -1.5e-7);
    value.put("list", Arrays.asList(1L, null, true, false, List.of(), Map.of()));
    value.put("", "");

    assertThat(JsonReader.read(JsonWriter.write(value))).isEqualTo(value);
  }

  @Test
  void readsWhatOthersWrite() {
    assertThat(
            JsonReader.read(
                " { \"a\" : [ 1 , -2.50 , 1E3 ] ,\r\n\t\"b\":\"\\u00e9\\/\\b\\f\\r\" } "))
        .isEqualTo(Map.of("a", List.of(1L, -2.5, 1000.0), "b", "\u00e9/\b\f\r"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":}",
        "{\"a\" 1}",
        "{a:1}",
        "[1 2]",
        "01",
        "-",
        "1.",
        "1e",
        "tru",
        "nul",
        "\"open",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12",
        "1 2",
        "{\"a\":1,\"a\":2}",
        "\"\n\"",
        "9223372036854775808",
        "NaN",
        "'a'"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhereItIsWrong() {
    assertThatThrownBy(() -> JsonReader.read("{\"a\": 1; \"b\": 2}"))
        .hasMessage("not JSON at character 8: expected '}'");
  }

  @Test
  void nestingIsBounded() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 64 levels");
  }

  @Test
  void whatJsonCannotSayIsRefused() {
    assertThatThrownBy(() -> JsonWriter.write(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsonWriter.write(new Object()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
