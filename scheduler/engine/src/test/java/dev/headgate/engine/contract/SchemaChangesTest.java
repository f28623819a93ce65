package dev.headgate.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change of {@code changes.txt}: its class, whom it hurts, and the version that it earns. */
class SchemaChangesTest {
  private static final Map<String, String> DEMANDED =
      Map.of("", "1.2.3", "patch", "1.2.4", "minor", "1.3.0", "major", "2.0.0");
  private static final Map<String, String> TOO_LOW =
      Map.of("patch", "1.2.3", "minor", "1.2.4", "major", "1.3.0");

  static List<SchemaChange> changes() {
    return SchemaChange.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aChangeHasItsClass(SchemaChange row) {
    ContractDiff diff = ContractDiff.of(row.first(), row.second("1.2.3"));
    assertThat(
            diff.changes().stream().map(SchemaChangesTest::text).collect(Collectors.joining(", ")))
        .isEqualTo(row.changes());
    assertThat(diff.level().map(Level::toString).orElse("")).isEqualTo(row.level());
    assertThat(hurt(diff)).isEqualTo(row.hurts().isEmpty() ? "nobody" : row.hurts());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aChangeDemandsItsVersion(SchemaChange row) {
    String demanded = DEMANDED.get(row.level());
    ContractDiff enough = ContractDiff.of(row.first(), row.second(demanded));
    assertThat(enough.demanded()).hasToString(demanded);
    assertThat(enough.objection()).isEmpty();
    if (!row.level().isEmpty()) {
      ContractDiff less = ContractDiff.of(row.first(), row.second(TOO_LOW.get(row.level())));
      assertThat(less.objection().map(Objection::toString))
          .hasValueSatisfying(
              sentence ->
                  assertThat(sentence)
                      .startsWith("orders.odcs.yaml: version " + TOO_LOW.get(row.level()))
                      .contains("after 1.2.3 expected at least " + demanded));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aChangeSaysWhereAndWhatFollows(SchemaChange row) {
    for (ContractChange change : ContractDiff.of(row.first(), row.second("2.0.0")).changes()) {
      assertThat(change.path()).startsWith(row.first().object());
      assertThat(change.sentence()).endsWith(": " + change.rule().why()).doesNotContain("''");
      assertThat(change.before() + change.after()).isNotBlank();
    }
  }

  @Test
  void valuesAreTellableFromWords() {
    SchemaChange grown =
        changes().stream()
            .filter(row -> row.changes().equals("enum-value-added(c)"))
            .findFirst()
            .orElseThrow();
    assertThat(ContractDiff.of(grown.first(), grown.second("2.0.0")).changes())
        .singleElement()
        .extracting(ContractChange::sentence)
        .asString()
        .startsWith("column 'c' may now also be 'c': ");
  }

  @Test
  void thereAreMoreThanSixtyAndEveryRuleIsAmongThem() {
    assertThat(changes()).hasSizeGreaterThan(60);
    Set<ChangeRule> seen = EnumSet.noneOf(ChangeRule.class);
    changes()
        .forEach(
            row ->
                ContractDiff.of(row.first(), row.second("2.0.0"))
                    .changes()
                    .forEach(c -> seen.add(c.rule())));
    Set<ChangeRule> ofOneDataset = EnumSet.allOf(ChangeRule.class);
    ofOneDataset.removeAll(
        EnumSet.of( // ContractSetsTest has these
            ChangeRule.DATASET_ADDED, ChangeRule.DATASET_REMOVED, ChangeRule.DATASET_RENAMED));
    assertThat(seen).isEqualTo(ofOneDataset);
  }

  private static String text(ContractChange change) {
    String columns = String.join("+", change.columns());
    return change.rule() + (columns.isEmpty() ? "" : "(" + columns + ")");
  }

  private static String hurt(ContractDiff diff) {
    Set<Party> parties = EnumSet.noneOf(Party.class);
    diff.changes().forEach(change -> parties.addAll(change.hurts()));
    return parties.isEmpty()
        ? "nobody"
        : parties.stream().map(Party::toString).collect(Collectors.joining(", "));
  }
}
