package dev.headgate.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.check.CheckSpec;
import dev.headgate.model.product.Dataset;
import dev.headgate.model.product.DatasetName;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each way in which a rule names an input is a use of it. */
class RuleUseTest {
  private static final String FLIGHTS = "operations.flights";
  private static final String AIRPORTS = "reference.airports";
  private static final Map<String, Object> TO_AIRPORTS =
      Map.of("columns", List.of("origin"), "dataset", AIRPORTS, "properties", List.of("iata"));

  private static Dataset daily(Consumer<Defined.Table> rules) {
    return Defined.product("analytics.delays")
        .dataset("analytics.daily", rules, FLIGHTS, AIRPORTS)
        .build()
        .datasets()
        .get(0);
  }

  private static CheckSpec rule(String type, Map<String, Object> settings) {
    return new CheckSpec("a rule", type, settings, CheckSpec.Severity.ERROR);
  }

  private static void assertUse(Consumer<Defined.Table> rules, String input, String... columns) {
    Dataset dataset = daily(rules);
    assertThat(RuleUse.reads(dataset, DatasetName.parse(input))).isTrue();
    assertThat(RuleUse.columns(dataset, DatasetName.parse(input)))
        .hasValueSatisfying(found -> assertThat(found).containsExactlyInAnyOrder(columns));
  }

  @Test
  void anInputThatNoRuleNamesIsNotRead() {
    Dataset dataset = daily(d -> d.rule(rule("nullValues", Map.of("column", AIRPORTS))));
    assertThat(RuleUse.reads(dataset, DatasetName.parse(AIRPORTS))).isFalse();
    assertThat(RuleUse.columns(dataset, DatasetName.parse(AIRPORTS)))
        .hasValueSatisfying(found -> assertThat(found).isEmpty());
  }

  @Test
  void anExpectationReadsItsColumn() {
    assertUse(
        d -> d.expects(FLIGHTS, rule("nullValues", Map.of("column", "delay"))), FLIGHTS, "delay");
    assertUse(d -> d.expects(FLIGHTS, rule("rowCount", Map.of())), FLIGHTS);
  }

  @Test
  void orItsSeveralColumns() {
    Map<String, Object> arguments = Map.of("properties", List.of("day", "number"));
    assertUse(
        d -> d.expects(FLIGHTS, rule("duplicateValues", Map.of("arguments", arguments))),
        FLIGHTS,
        "day",
        "number");
  }

  @Test
  void valuesAreNoColumns() {
    Map<String, Object> arguments = Map.of("validValues", List.of("a", "b"), "pattern", "a|b");
    assertUse(
        d ->
            d.expects(
                FLIGHTS, rule("invalidValues", Map.of("column", "code", "arguments", arguments))),
        FLIGHTS,
        "code");
  }

  @Test
  void aRelationshipReadsWhatItPointsTo() {
    CheckSpec relationship = rule("relationship", Map.of("arguments", TO_AIRPORTS));
    assertUse(d -> d.rule(relationship), AIRPORTS, "iata");
    assertUse(d -> d.expects(FLIGHTS, relationship), AIRPORTS, "iata");
    Dataset dataset = daily(d -> d.expects(FLIGHTS, relationship));
    assertThat(RuleUse.columns(dataset, DatasetName.parse(FLIGHTS)))
        .hasValueSatisfying(found -> assertThat(found).contains("origin").doesNotContain("iata"));
  }

  @Test
  void ofAPluginsRuleTheColumnsAreNotKnown() {
    CheckSpec rule = rule("sameTotals", Map.of("arguments", Map.of("as", AIRPORTS)));
    Dataset dataset = daily(d -> d.rule(rule));
    assertThat(RuleUse.reads(dataset, DatasetName.parse(AIRPORTS))).isTrue();
    assertThat(RuleUse.columns(dataset, DatasetName.parse(AIRPORTS))).isEmpty();
  }
}
