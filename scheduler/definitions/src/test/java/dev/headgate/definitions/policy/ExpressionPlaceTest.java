package dev.headgate.definitions.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.PolicyParser;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in an expression is said to be where the file has it, in every style of YAML. */
class ExpressionPlaceTest {
  private static final String HEAD = "policies:\n  - {id: p, scope: product, message: m}\n";

  static Stream<String> styles() {
    return Stream.of(
        "rule: wrong",
        "rule:    a && wrong || b",
        "rule: \"a && wrong\"",
        "rule: 'a && wrong'",
        "rule: 'it''s ''a'' && wrong'",
        "rule: \"say \\\"a\\\" \\\\ && wrong\"",
        "rule: ä && 'ö😀' && wrong",
        "rule: &anchor a && wrong",
        "rule: &anchor |\n      a && wrong",
        "rule: |\n      a &&\n        wrong || b",
        "rule: |-\n      a\n\n\n      && wrong\n",
        "rule: | # why\n      // a comment\n      a && wrong",
        "rule: |2\n        a && wrong",
        "rule: >\n      a &&\n      b &&\n      wrong",
        "rule: >-\n      a &&\n\n        b\n      && wrong",
        "rule: a &&\n      b &&\n      wrong",
        "rule: \"a &&\n      b && wrong\"",
        "rule: 'a &&\n\n      ''b'' && wrong'",
        "rule: |\r\n      a &&\r\n      wrong");
  }

  @ParameterizedTest
  @MethodSource("styles")
  void aMistakeIsWhereTheFileHasIt(String rule) {
    String text = "policies:\n  - id: p\n    scope: product\n    message: m\n    " + rule + "\n";

    assertThat(problems(text)).containsExactly(placeOf(text) + " 'rule': this is wrong");
  }

  @Test
  void alsoInFlowStyle() {
    String text = HEAD.replace("}", ", rule: a && wrong}");

    assertThat(problems(text)).containsExactly(placeOf(text) + " 'rule': this is wrong");
  }

  private static String placeOf(String text) {
    int at = text.indexOf("wrong");
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, at) + 1;
    return line + ":" + column;
  }

  private static List<String> problems(String text) {
    return PolicyParser.parse(
            Sources.of(Map.of("x.policy.yaml", text.getBytes(StandardCharsets.UTF_8))),
            Toy.EXTENSIONS,
            List.of())
        .problems()
        .stream()
        .map(ExpressionPlaceTest::line)
        .toList();
  }

  private static String line(Problem p) {
    return p.line() + ":" + p.column() + " " + p.message();
  }
}
