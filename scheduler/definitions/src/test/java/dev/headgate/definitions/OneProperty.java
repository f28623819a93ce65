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
      - id: t_id
        name: t
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

  /** The same as part of definitions, which is looked at more closely. */
  static Contract applied(String keys) {
    return Samples.parsed(definitions(keys))
        .products()
        .values()
        .iterator()
        .next()
        .datasets()
        .get(0)
        .contract()
        .orElseThrow();
  }

  /** The only mistake of definitions with it, from its line on. */
  static String appliedMistake(String keys) {
    ParseResult result = DefinitionParser.parse(definitions(keys), Samples.EXTENSIONS);
    assertThat(result).isInstanceOf(ParseResult.Invalid.class);
    List<Problem> problems = ((ParseResult.Invalid) result).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).toString().substring("t.odcs.yaml:".length());
  }

  private static Sources definitions(String keys) {
    return Sources.of(
        Map.of(
            "t.odcs.yaml",
            Samples.bytes(BEFORE + keys + "}\n"),
            "domain.yaml",
            Samples.bytes("domain: d\nowners: [olga]\n"),
            "pipeline.yaml",
            Samples.bytes(
                "product: d.p\ndatasets: {t: {contract: t.odcs.yaml, job: {type: open}}}\n")));
  }

  private static ContractParser.Result parse(String keys) {
    byte[] file = Samples.bytes(BEFORE + keys + "}\n");
    return ContractParser.parse(Sources.of(Map.of("t.odcs.yaml", file)), Samples.EXTENSIONS);
  }
}
