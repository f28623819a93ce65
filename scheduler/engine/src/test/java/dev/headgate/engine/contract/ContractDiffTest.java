package dev.headgate.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headgate.model.contract.Contract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractDiffTest {
  @Test
  void theObjectionSaysWhatIsDemandedAndWhy() {
    assertThat(objection("id:BIGINT, zip:string!", "1.2.0", "id:BIGINT, zip:string", "1.3.0"))
        .contains(
            "orders.odcs.yaml: version 1.3.0 is too low: after 1.2.0 expected at least 2.0.0, for"
                + " these changes are major: required-loosened, column 'zip' is no longer required:"
                + " nulls may come");
  }

  @Test
  void theObjectionStaysReadable() {
    String before = "a:string, b:string, c:string, d:string, e:string";
    assertThat(objection(before, "1.2.0", "e:string, x:string", "1.3.0"))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .contains("'a' is dropped", "'c' is dropped")
                    .doesNotContain("'x'")
                    .endsWith("; and 1 more"));
  }

  @Test
  void aHigherVersionThanDemandedIsEnough() {
    assertThat(objection("id:BIGINT", "1.2.0", "id:BIGINT, zip:string", "1.9.0")).isEmpty();
    assertThat(objection("id:BIGINT", "1.2.0", "id:BIGINT, zip:string", "3.1.0")).isEmpty();
    assertThat(objection("id:BIGINT", "1.2.0", "id:BIGINT", "1.2.1")).isEmpty();
  }

  @Test
  void theSameVersionIsForTheSameContract() {
    assertThat(objection("id:BIGINT", "1.2.0", "id:BIGINT", "1.2.0")).isEmpty();
    assertThat(objection("id:BIGINT", "1.2.0", "id:BIGINT'number'", "1.2.0"))
        .hasValueSatisfying(s -> assertThat(s).contains("expected at least 1.2.1", "patch"));
  }

  @Test
  void aMapsKeyIsRequiredHoweverTheMapIsWritten() {
    Contract described = contract("m:map<key:string, value:string>", "1.0.0");
    Contract required = contract("m:map<key:string!, value:string>", "1.0.1");
    Contract drafted = contract("m:MAP<STRING, STRING>", "1.0.0");

    assertThat(ContractDiff.of(described, drafted).changes())
        .extracting(ContractChange::rule)
        .doesNotContain(ChangeRule.REQUIRED_TIGHTENED);
    assertThat(ContractDiff.of(drafted, described).changes())
        .extracting(ContractChange::rule)
        .doesNotContain(ChangeRule.REQUIRED_LOOSENED);
    assertThat(ContractDiff.of(described, required).changes()).isEmpty();
    assertThat(
            ContractDiff.of(described, contract("m:map<key:string, value:string!>", "2.0.0"))
                .changes())
        .extracting(ContractChange::rule, ContractChange::path)
        .containsExactly(tuple(ChangeRule.REQUIRED_TIGHTENED, "orders.m.value.required"));
    assertThat(
            ContractDiff.of(
                    contract("o:object<key:string>", "1.0.0"),
                    contract("o:object<key:string!>", "2.0.0"))
                .changes())
        .extracting(ContractChange::rule)
        .containsExactly(ChangeRule.REQUIRED_TIGHTENED);
  }

  @Test
  void versionsOnlyGoUp() {
    assertThat(objection("id:BIGINT", "1.2.0", "id:BIGINT", "1.1.9"))
        .contains("orders.odcs.yaml: version 1.1.9 comes before 1.2.0: versions only go up");
  }

  @Test
  void nothingIsFreeBelowOne() {
    assertThat(objection("id:BIGINT", "0.2.0", "id:string", "0.3.0"))
        .hasValueSatisfying(s -> assertThat(s).contains("expected at least 1.0.0"));
  }

  @Test
  void whatTheEarlierVersionPromisesCounts() {
    String loosened = "n:BIGINT; compat NONE";
    assertThat(ContractDiff.of(contract("n:INT", "1.0.0"), contract(loosened, "1.1.0")).level())
        .contains(Level.MAJOR);
    assertThat(
            ContractDiff.of(contract("n:INT; compat NONE", "1.0.0"), contract("n:BIGINT", "1.1.0"))
                .level())
        .contains(Level.MINOR);
  }

  @Test
  void aTransitivePromiseIsComparedWithEachVersionOfTheMajor() {
    List<Contract> promoted =
        List.of(
            contract("n:INT", "1.9.0"),
            contract("n:INT, a:string", "2.0.0"),
            contract("n:INT, a:string~", "2.1.0"),
            contract("n:INT", "2.2.0"));
    Contract candidate = contract("n:INT, b:string", "2.3.0");
    List<ContractDiff> diffs = ContractDiff.within(2, promoted, candidate);
    assertThat(diffs)
        .extracting(d -> d.before().version().toString())
        .containsExactly("2.2.0", "2.1.0", "2.0.0");
    assertThat(diffs).extracting(d -> d.objection().isPresent()).containsExactly(false, true, true);
    assertThat(diffs.get(2).objection().map(Objection::toString))
        .hasValueSatisfying(s -> assertThat(s).contains("after 2.0.0", "3.0.0", "'a' is dropped"));
  }

  @Test
  void anyOtherPromiseOnlyWithTheNewest() {
    List<Contract> promoted =
        List.of(
            contract("a:string; compat FULL", "2.2.0"),
            contract("a:string, b:string; compat FULL_TRANSITIVE", "2.1.0"));
    assertThat(ContractDiff.within(2, promoted, contract("a:string; compat FULL", "2.3.0")))
        .extracting(d -> d.before().version().toString())
        .containsExactly("2.2.0");
  }

  @Test
  void aMajorThatWasNeverPromotedHasNothingToCompareWith() {
    Contract promoted = contract("a:string", "1.0.0");
    assertThat(ContractDiff.within(2, List.of(promoted), contract("b:string", "2.0.0"))).isEmpty();
  }

  @Test
  void aChangeSaysWhatWasAndIs() {
    ContractChange change =
        ContractDiff.of(
                contract("a:object<n:INT>", "1.0.0"), contract("a:object<n:BIGINT>", "1.1.0"))
            .changes()
            .get(0);
    assertThat(change.path()).isEqualTo("orders.a.n");
    assertThat(change.before()).isEqualTo("INT");
    assertThat(change.after()).isEqualTo("BIGINT");
    assertThat(change.sentence())
        .isEqualTo(
            "column 'a.n' was INT and is now BIGINT: who copies it into the narrower type may"
                + " overflow");
    assertThat(change.breaksReaders()).isTrue();
    assertThat(change).hasToString("type-widened (orders.a.n)");
  }

  private static Optional<String> objection(String before, String was, String after, String is) {
    return ContractDiff.of(contract(before, was), contract(after, is))
        .objection()
        .map(Objection::toString);
  }

  private static Contract contract(String text, String version) {
    return Notation.contract(text, version);
  }
}
