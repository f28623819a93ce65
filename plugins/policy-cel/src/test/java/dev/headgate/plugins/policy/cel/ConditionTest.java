package dev.headgate.plugins.policy.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headgate.spi.PolicyFacts;
import dev.headgate.spi.PolicyLanguage;
import dev.headgate.spi.PolicyLanguage.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What conditions come to on facts. */
class ConditionTest {
  private static final PolicyLanguage CEL = new CelLanguage();

  /** For each fact, however deep, an expression that reads it. */
  static List<String> everyFact() {
    List<String> reads = new ArrayList<>();
    PolicyFacts.VARIABLES.forEach((name, type) -> reads(name, type, reads));
    return reads.stream().sorted().toList();
  }

  private static void reads(String path, PolicyFacts.Type type, List<String> into) {
    if (type instanceof PolicyFacts.Type.ListOf list) {
      into.add("size(" + path + ") == 1");
      reads(path + "[0]", list.element(), into);
    } else if (type instanceof PolicyFacts.Type.MapOf map) {
      into.add("'tier' in " + path);
      reads(path + "['tier']", map.value(), into);
    } else if (type instanceof PolicyFacts.Type.Struct struct) {
      struct.fields().keySet().forEach(field -> into.add("has(" + path + "." + field + ")"));
      struct.fields().forEach((name, field) -> reads(path + "." + name, field, into));
    } else {
      into.add(
          switch ((PolicyFacts.Type.Plain) type) {
            case TEXT -> path + " == 'text' && " + path + ".startsWith('t')";
            case WHOLE -> path + " == 7 && " + path + " + 1 > 7";
            case DECIMAL -> path + " == 7.5 && " + path + " > 7";
            case FLAG -> path;
            case INSTANT -> path + " == timestamp('2026-07-01T12:00:00Z')";
            case DURATION -> path + " == duration('7h')";
          });
    }
  }

  @Test
  void thereAreManyFacts() {
    assertThat(everyFact()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("everyFact")
  void everyFactCanBeRead(String expression) {
    assertThat(CEL.compile(expression).holds(Facts.complete())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, 2, 3].all(i, i > 0) && ![1, 2].exists(i, i == 3)",
        "[1, 2, 2].exists_one(i, i == 1)",
        "[1, 2, 3].filter(i, i % 2 == 1) == [1, 3]",
        "product.datasets.map(d, d.name) == ['text']",
        "size('äöü') == 3 && 'abc'.size() == 3",
        "product.name.matches('^te.t$') && !product.name.matches('^x')",
        "product.name.contains('ex') && product.name.endsWith('xt')",
        "product.name.upperAscii() == 'TEXT' && ' x '.trim() == 'x'",
        "'a.b'.split('.') == ['a', 'b'] && 'abc'.substring(1) == 'bc'",
        "sets.contains(product.owners, ['text']) && sets.intersects(product.tags, ['text', 'x'])",
        "product.domain + '.' + product.name == 'text.text'",
        "now + duration('24h') > now && now - contract.sunset == duration('0s')",
        "timestamp('2026-07-02T00:00:00Z') - now <= duration('12h')",
        "now.getFullYear() == 2026 && now.getMonth('Europe/Berlin') == 6",
        "contract.properties.tier == 'text' && has(contract.properties.tier)",
        "has(contract.properties.other) ? false : true",
        "!('other' in contract.properties)",
        "string(contract.major) == '7' && int('7') == contract.major",
        "changes.all(c, c.rowsChangedPercent < 10 && c.rows - c.rowsBefore == 0)"
      })
  void whatALanguageNeedsIsThere(String expression) {
    assertThat(CEL.compile(expression).holds(Facts.complete())).isTrue();
  }

  static Stream<String> onNothing() {
    return Stream.of(
        "!has(contract.sunset) && !has(contract.id)",
        "!has(dataset.contract)",
        "!has(product.name)",
        "product.owners.size() == 0 && product.properties.size() == 0",
        "contract.columns.all(c, false) && changes.all(c, false) && verdict.checks.size() == 0",
        "has(product.owners)",
        "!product.datasets.exists(d, true)");
  }

  @ParameterizedTest
  @MethodSource("onNothing")
  void factsThatAreMissingCountAsAbsent(String expression) {
    assertThat(CEL.compile(expression).holds(Map.of())).isTrue();
  }

  @Test
  void nullsCountAsAbsent() {
    Map<String, Object> product = new java.util.HashMap<>();
    product.put("description", null);
    product.put("owners", null);
    assertThat(
            CEL.compile("!has(product.description) && product.owners.size() == 0")
                .holds(Map.of("product", product)))
        .isTrue();
  }

  @Test
  void aNestedFactMayBeAbsent() {
    Map<String, Object> without =
        Map.of("product", Map.of("datasets", List.of(Map.of("name", "a.b"))));
    Condition condition =
        CEL.compile("product.datasets.all(d, !has(d.contract) || d.contract.major > 0)");

    assertThat(condition.holds(without)).isTrue();
  }

  @Test
  void anAbsentFactThatIsReadIsAnError() {
    Condition condition = CEL.compile("contract.sunset > now");

    assertThatThrownBy(() -> condition.holds(Map.of("now", Facts.NOW)))
        .isInstanceOf(PolicyLanguage.Unanswerable.class)
        .hasMessage(
            "'sunset' is absent: expected the rule to ask 'has' or 'in' before it reads it");
  }

  @Test
  void soAreAKeyThatIsAbsentAndAPlaceBehindTheEnd() {
    Condition key = CEL.compile("product.properties['tier'] == 'gold'");
    Condition place = CEL.compile("product.owners[3] == 'ana'");

    assertThatThrownBy(() -> key.holds(Map.of()))
        .isInstanceOf(PolicyLanguage.Unanswerable.class)
        .hasMessageStartingWith("'tier' is absent: expected");
    assertThatThrownBy(() -> place.holds(Map.of("product", Map.of("owners", List.of("ana")))))
        .isInstanceOf(PolicyLanguage.Unanswerable.class)
        .hasMessageStartingWith("it reads past the end (")
        .hasMessageEndingWith("): expected it to ask 'size' before");
  }

  @Test
  void aFactOfAnotherTypeIsAnError() {
    Condition condition = CEL.compile("product.owners.size() == 1");

    assertThatThrownBy(() -> condition.holds(Map.of("product", Map.of("owners", List.of(1)))))
        .isInstanceOf(PolicyLanguage.Unanswerable.class)
        .hasMessage("the fact 'product.owners[0]' is a Integer: expected a String");
  }

  @Test
  void oneConditionServesManyThreads() throws Exception {
    Condition condition = CEL.compile("product.datasets.all(d, d.consumers.size() == 1)");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      IntStream.range(0, 500)
          .forEach(i -> answers.add(threads.submit(() -> condition.holds(Facts.complete()))));
      IntStream.range(0, 50)
          .forEach(
              i -> answers.add(threads.submit(() -> CEL.compile("1 < 2").holds(Facts.complete()))));
      for (Future<Boolean> answer : answers) {
        assertThat(answer.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
