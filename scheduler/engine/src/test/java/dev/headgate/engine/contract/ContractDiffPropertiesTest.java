package dev.headgate.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.contract.Compatibility;
import dev.headgate.model.contract.Contract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all contracts: each is made of parts that say nothing of each other. */
class ContractDiffPropertiesTest {
  private static final List<Part> PARTS =
      List.of(
          new Part("id:BIGINT", "id:BIGINT!", "id:INT", "id:string", ""),
          new Part(
              "zip:string", "zip:string!", "zip:string^", "zip:string~", "zip:string#restricted"),
          new Part("c:string{a,b}", "c:string{a}", "c:string{a,b,c}", "c:string", ""),
          new Part(
              "n:integer[minimum=0]",
              "n:integer[minimum=1]",
              "n:integer[minimum=-1]",
              "n:number",
              "n:integer"),
          new Part(
              "a:object<x:date>",
              "a:object<x:date, y:date>",
              "a:object<y:date>",
              "a:object",
              "a:MAP<STRING, DATE>"),
          new Part(
              "; rule r rowCount mustBeGreaterThan=1",
              "; rule r rowCount mustBeGreaterThan=2",
              "; warn r rowCount mustBeGreaterThan=1",
              "; rule r rowCount mustBe=7",
              ""),
          new Part(
              "; sla latency PT1H",
              "; sla latency PT2H",
              "; sla latency PT30M",
              "; sla latency PT1H c",
              ""),
          new Part(
              "; status active",
              "; status deprecated",
              "; status retired",
              "; status draft",
              "; owners ana"));

  private static final Map<ChangeRule, ChangeRule> OPPOSITES =
      Map.of(
          ChangeRule.REQUIRED_LOOSENED, ChangeRule.REQUIRED_TIGHTENED,
          ChangeRule.CONSTRAINT_LOOSENED, ChangeRule.CONSTRAINT_TIGHTENED,
          ChangeRule.RULE_LOOSENED, ChangeRule.RULE_TIGHTENED,
          ChangeRule.RULE_DEMOTED, ChangeRule.RULE_PROMOTED,
          ChangeRule.SERVICE_LEVEL_LOOSENED, ChangeRule.SERVICE_LEVEL_TIGHTENED,
          ChangeRule.TYPE_LOOSENED, ChangeRule.TYPE_SPECIFIED,
          ChangeRule.ENUM_VALUE_ADDED, ChangeRule.ENUM_VALUE_REMOVED,
          ChangeRule.CLASSIFICATION_RAISED, ChangeRule.CLASSIFICATION_LOWERED);

  /** One part in its variants; the first one of a contract that has nothing changed. */
  private record Part(List<String> variants) {
    Part(String... variants) {
      this(List.of(variants));
    }
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Arbitraries.integers().between(0, 4).list().ofSize(PARTS.size());
  }

  @Provide
  Arbitrary<List<Integer>> orders() {
    return Arbitraries.shuffle(List.of(0, 1, 2, 3, 4, 5, 6, 7));
  }

  @Provide
  Arbitrary<Compatibility> promises() {
    return Arbitraries.of(Compatibility.class);
  }

  @Provide
  Arbitrary<List<Integer>> versions() {
    return Arbitraries.integers().between(0, 30).list().ofSize(3);
  }

  @Property(tries = 150)
  void equalContractsHaveNoChanges(
      @ForAll("choices") List<Integer> choices,
      @ForAll("promises") Compatibility promise,
      @ForAll("versions") List<Integer> version) {
    Contract contract = contract(choices, promise, "1.2.3");
    Contract same = contract(choices, promise, text(version));
    assertThat(ContractDiff.of(contract, same).changes()).isEmpty();
    assertThat(ContractDiff.of(contract, contract).objection()).isEmpty();
  }

  @Property(tries = 150)
  void furtherChangesNeverEarnLess(
      @ForAll("choices") List<Integer> choices,
      @ForAll("choices") List<Integer> further,
      @ForAll("orders") List<Integer> order,
      @ForAll("promises") Compatibility promise) {
    Contract before = contract(choices, promise, "1.2.3");
    List<Integer> now = new ArrayList<>(choices);
    Set<ContractChange> seen = Set.of();
    Optional<Level> level = Optional.empty();
    for (int part : order) {
      now.set(part, further.get(part));
      ContractDiff diff = ContractDiff.of(before, contract(now, promise, "9.0.0"));
      assertThat(diff.changes()).containsAll(seen);
      assertThat(diff.level().map(Level::ordinal).orElse(-1))
          .isGreaterThanOrEqualTo(level.map(Level::ordinal).orElse(-1));
      seen = diff.changes().stream().collect(Collectors.toSet());
      level = diff.level();
    }
  }

  @Property(tries = 150)
  void theDemandedVersionIsHigherWhereAnythingChanged(
      @ForAll("choices") List<Integer> choices,
      @ForAll("choices") List<Integer> further,
      @ForAll("versions") List<Integer> version,
      @ForAll("promises") Compatibility promise) {
    Contract before = contract(choices, promise, text(version));
    Contract after = contract(further, promise, text(version));
    ContractDiff diff = ContractDiff.of(before, after);
    if (diff.changes().isEmpty()) {
      assertThat(diff.demanded()).isEqualTo(before.version());
    } else {
      assertThat(diff.demanded()).isGreaterThan(before.version());
      assertThat(diff.objection()).isPresent();
    }
    Contract enough = contract(further, promise, diff.demanded().toString());
    assertThat(ContractDiff.of(before, enough).objection()).isEmpty();
  }

  @Property(tries = 150)
  void aStrongerPromiseNeverEarnsLess(
      @ForAll("choices") List<Integer> choices, @ForAll("choices") List<Integer> further) {
    Level honest = level(choices, further, Compatibility.NONE);
    for (Compatibility promise : Compatibility.values()) {
      Level level = level(choices, further, promise);
      assertThat(level).isGreaterThanOrEqualTo(honest);
      assertThat(level).isLessThanOrEqualTo(level(choices, further, Compatibility.FULL));
    }
  }

  @Property(tries = 150)
  void whatIsLoosenedOneWayIsTightenedTheOther(
      @ForAll("choices") List<Integer> choices, @ForAll("choices") List<Integer> further) {
    Contract one = contract(choices, Compatibility.NONE, "1.0.0");
    Contract other = contract(further, Compatibility.NONE, "1.0.0");
    List<ChangeRule> there = rules(ContractDiff.of(one, other));
    List<ChangeRule> back = rules(ContractDiff.of(other, one));
    OPPOSITES.forEach(
        (rule, opposite) ->
            assertThat(Collections.frequency(back, opposite))
                .as(rule + " and back " + opposite)
                .isEqualTo(Collections.frequency(there, rule)));
  }

  private static List<ChangeRule> rules(ContractDiff diff) {
    return diff.changes().stream().map(ContractChange::rule).toList();
  }

  private static Level level(List<Integer> one, List<Integer> other, Compatibility promise) {
    Contract before = contract(one, promise, "1.0.0");
    return ContractDiff.of(before, contract(other, promise, "2.0.0")).level().orElse(Level.PATCH);
  }

  private static Contract contract(List<Integer> choices, Compatibility promise, String version) {
    List<String> columns = new ArrayList<>();
    StringBuilder rest = new StringBuilder("; compat " + promise);
    for (int i = 0; i < PARTS.size(); i++) {
      String variant = PARTS.get(i).variants().get(choices.get(i));
      if (variant.startsWith(";")) {
        rest.append(variant);
      } else if (!variant.isEmpty()) {
        columns.add(variant);
      }
    }
    return Notation.contract(String.join(", ", columns) + rest, version);
  }

  private static String text(List<Integer> version) {
    return version.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
