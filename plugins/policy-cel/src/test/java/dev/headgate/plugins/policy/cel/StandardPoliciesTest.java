package dev.headgate.plugins.policy.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.PolicyParser;
import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.engine.policy.Conditions;
import dev.headgate.engine.policy.PolicyTester;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code conf/policies}, as it is shipped. */
class StandardPoliciesTest {
  private static final PolicyParser.Result STANDARD =
      Parsing.parse(
          Sources.readFolder(Path.of(System.getProperty("headgate.root"), "conf/policies")));

  static List<PolicyTester.Case> fixtures() {
    return report().cases();
  }

  private static PolicyTester.Report report() {
    Conditions conditions =
        new Conditions(name -> Optional.of(Parsing.CEL).filter(c -> name.equals("cel")));
    return new PolicyTester(conditions).run(STANDARD.policies(), STANDARD.fixtures(), Facts.NOW);
  }

  @Test
  void canBeRead() {
    assertThat(STANDARD.problems()).isEmpty();
    assertThat(STANDARD.policies())
        .filteredOn(p -> p.severity() == Severity.ERROR)
        .extracting(PolicyRule::id)
        .containsExactly(
            "product-has-owner",
            "contract-has-owner",
            "contract-has-description",
            "no-classified-column-in-public-product",
            "no-major-without-sunset");
  }

  @Test
  void eachHasAFixtureThatPassesAndOneThatFails() {
    assertThat(report().untested()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void fixturesComeOutAsTheySay(PolicyTester.Case fixture) {
    assertThat(fixture.problem()).as(fixture.fixture().label()).isEmpty();
  }

  static Stream<String> styles() {
    return Stream.of(
        "rule: product.ownr.size() > 0",
        "rule: \"true && product.ownr.size() > 0\"",
        "rule: |\n      true\n        && product.ownr.size() > 0",
        "rule: >-\n      true &&\n      product.ownr.size() > 0",
        "rule: 'product.name != ''x'' && product.ownr.size() > 0'");
  }

  @ParameterizedTest
  @MethodSource("styles")
  void aMistakeIsWhereTheFileHasIt(String rule) {
    String text = "policies:\n  - id: p\n    scope: product\n    message: m\n    " + rule + "\n";
    String before = text.substring(0, text.indexOf("ownr"));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');

    assertThat(
            Parsing.parse(
                    Sources.of(Map.of("x.policy.yaml", text.getBytes(StandardCharsets.UTF_8))))
                .problems())
        .extracting(Problem::toString)
        .containsExactly(
            "x.policy.yaml:"
                + line
                + ":"
                + column
                + ": 'rule': there is no field 'ownr' here, did you mean 'owners'? It is a field of"
                + " Contract, Product");
  }
}
