package dev.headgate.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.definitions.source.Sources;
import dev.headgate.definitions.yaml.Problem;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.contract.Contract;
import java.util.List;
import java.util.Map;

/** A contract of one column {@code a}, of which only what it says is of interest. */
final class OneProperty {
  private static final String BEFORE =
      """
      apiVersion: v3.2.0
      kind: DataContract
      id: one
      version: 1.0.0
      schema:
      - name: t
        properties:
        - {name: a, \
      """;

  private OneProperty() {}

  /** The column with these keys, in flow style, and whatever follows it. */
  static Contract contract(String keys) {
    ContractParser.Result result = parse(keys);
    assertThat(result.problems()).isEmpty();
    return result.contracts().get(0);
  }

  /** The one rule of the contract that has these arguments. */
  static Object argument(String keys, String argument) {
    List<CheckSpec> rules =
        contract(keys).rules().stream()
            .filter(
                r ->
                    r.settings().get("arguments") instanceof Map<?, ?> m && m.containsKey(argument))
            .toList();
    assertThat(rules).hasSize(1);
    return ((Map<?, ?>) rules.get(0).settings().get("arguments")).get(argument);
  }

  /** The only mistake, from its line on. */
  static String mistake(String keys) {
    List<Problem> problems = parse(keys).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).toString().substring("t.odcs.yaml:".length());
  }

  private static ContractParser.Result parse(String keys) {
    byte[] file = Samples.bytes(BEFORE + keys + "}\n");
    return ContractParser.parse(Sources.of(Map.of("t.odcs.yaml", file)), Samples.EXTENSIONS);
  }
}
