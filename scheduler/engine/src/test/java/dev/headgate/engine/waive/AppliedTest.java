package dev.headgate.engine.waive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.Waiver;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import dev.headgate.model.release.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which findings a waiver keeps from blocking, and for how long. */
class AppliedTest {
  private static final Instant NOW = Instant.parse("2001-07-01T06:00:00Z");
  private static final ProductName DELAYS = ProductName.parse("analytics.delays");
  private static final DatasetName DAILY = DatasetName.parse("analytics.daily");

  private static Waiver waiver(long id, String rule, String scope, int days) {
    return new Waiver(
        id,
        rule,
        scope,
        "it is being repaired",
        "ana",
        NOW.minus(Duration.ofDays(1)),
        NOW.plus(Duration.ofDays(days)),
        Optional.empty(),
        Optional.empty());
  }

  private static Finding finding(String rule, Severity severity, Outcome outcome, Origin origin) {
    return new Finding(DAILY, rule, severity, outcome, origin, "found 6");
  }

  private static Finding failed(String rule) {
    return finding(rule, Severity.ERROR, Outcome.FAILED, Origin.PIPELINE);
  }

  private static Finding ofProduct(String rule) {
    return new Finding(
        Optional.empty(),
        rule,
        Severity.ERROR,
        Outcome.FAILED,
        new Origin(Origin.Kind.POLICY, "p.policy.yaml"),
        Optional.empty(),
        "nobody owns it",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Applied applied(Finding finding, Waiver... waivers) {
    return Applied.of(List.of(finding), DELAYS, Arrays.asList(waivers), NOW);
  }

  private static Finding only(Applied applied) {
    assertThat(applied.findings()).hasSize(1);
    return applied.findings().get(0);
  }

  @ParameterizedTest
  @CsvSource({"analytics", "analytics.delays", "analytics.daily"})
  void aFailedErrorIsWaivedByItsDatasetItsProductOrItsDomain(String scope) {
    Applied applied = applied(failed("rows"), waiver(7, "rows", scope, 30));

    assertThat(only(applied).outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(only(applied).waiver()).contains(7L);
    assertThat(only(applied).blocks()).isFalse();
    assertThat(only(applied).message()).isEqualTo("found 6");
    assertThat(applied.validUntil()).contains(NOW.plus(Duration.ofDays(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "rows, operations",
    "rows, analytics.other",
    "rows, analytics.dail",
    "rows, daily",
    "row, analytics",
    "ROWS, analytics"
  })
  void anotherRuleOrScopeWaivesNothing(String rule, String scope) {
    Applied applied = applied(failed("rows"), waiver(7, rule, scope, 30));

    assertThat(only(applied)).isEqualTo(failed("rows"));
    assertThat(applied.validUntil()).isEmpty();
  }

  @Test
  void aFindingOnTheProductIsNotWaivedByADatasetsWaiver() {
    assertThat(
            only(applied(ofProduct("owned"), waiver(7, "owned", "analytics.daily", 30))).blocks())
        .isTrue();
    assertThat(
            only(applied(ofProduct("owned"), waiver(7, "owned", "analytics.delays", 30))).blocks())
        .isFalse();
  }

  @Test
  void whatEndedOrWasRevokedWaivesNothing() {
    Waiver ended = waiver(1, "rows", "analytics", 0);
    Waiver open = waiver(2, "rows", "analytics", 30);
    Waiver revoked =
        new Waiver(
            3,
            "rows",
            "analytics",
            "r",
            "ana",
            open.since(),
            open.until(),
            Optional.empty(),
            Optional.of(NOW));

    assertThat(only(applied(failed("rows"), ended, revoked)).blocks()).isTrue();
    assertThat(only(applied(failed("rows"), ended, revoked, open)).waiver()).contains(2L);
  }

  @Test
  void ofSeveralTheLongestCountsAndTheVerdictEndsWithTheFirst() {
    List<Waiver> waivers =
        List.of(
            waiver(1, "rows", "analytics", 10),
            waiver(2, "rows", "analytics.daily", 40),
            waiver(3, "late", "analytics", 20),
            waiver(4, "unused", "analytics", 1));

    Applied applied = Applied.of(List.of(failed("rows"), failed("late")), DELAYS, waivers, NOW);

    assertThat(applied.findings())
        .extracting(f -> f.waiver().orElseThrow())
        .containsExactly(2L, 3L);
    assertThat(applied.validUntil()).contains(NOW.plus(Duration.ofDays(20)));
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void warningsStayAsTheyAre(Outcome outcome) {
    Finding warning = finding("rows", Severity.WARNING, outcome, Origin.PIPELINE);

    assertThat(only(applied(warning, waiver(7, "rows", "analytics", 30)))).isEqualTo(warning);
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"PASSED", "SKIPPED"})
  void whatDoesNotFailNeedsNoWaiver(Outcome outcome) {
    Finding fine = finding("rows", Severity.ERROR, outcome, Origin.PIPELINE);
    Applied applied = applied(fine, waiver(7, "rows", "analytics", 30));

    assertThat(only(applied)).isEqualTo(fine);
    assertThat(applied.validUntil()).isEmpty();
  }

  /** Else a check that is called like it would make an exception to it. */
  @Test
  void whatHeadgateAsksByItselfHasNoException() {
    Finding schema = finding("schema", Severity.ERROR, Outcome.FAILED, Origin.HEADGATE);

    assertThat(only(applied(schema, waiver(7, "schema", "analytics", 30)))).isEqualTo(schema);
  }

  /** A rollback quotes what was waived once. */
  @Test
  void whatWasWaivedOnceFailsAgainWithoutAWaiverInForce() {
    Finding once = only(applied(failed("rows"), waiver(7, "rows", "analytics", 30)));

    assertThat(only(applied(once))).isEqualTo(failed("rows"));
    assertThat(only(applied(once, waiver(9, "rows", "analytics", 5))).waiver()).contains(9L);
  }

  @Test
  void aVerdictHoldsAsLongAsEachWaiverThatItRestsOn() {
    Waiver waiver = waiver(7, "rows", "analytics", 30);
    Finding waived = only(applied(failed("rows"), waiver));
    Verdict verdict = new Verdict(1, "d", "e", List.of(waived), NOW, Optional.of(waiver.until()));

    assertThat(Applied.noLongerHolds(verdict, List.of(waiver), NOW)).isEmpty();
    assertThat(Applied.noLongerHolds(verdict, List.of(waiver), waiver.until()))
        .contains("the waiver 7 of 'rows' is not in force any more");
    assertThat(Applied.noLongerHolds(verdict, List.of(waiver(8, "rows", "analytics", 30)), NOW))
        .isPresent();
    assertThat(Applied.noLongerHolds(verdict, List.of(), NOW)).isPresent();
  }

  @Test
  void ofManyNamesTheNearestAreShown() {
    List<String> many = IntStream.range(100, 140).mapToObj(i -> "no nulls in column_" + i).toList();
    List<String> names = new ArrayList<>(many);
    names.addAll(List.of("the rows of a day", "rowCount"));

    assertThat(Nearest.of("rows", names))
        .startsWith("42 are known, the nearest are the rows of a day, rowCount, no nulls in")
        .doesNotContain("column_139");
    assertThat(Nearest.of("x".repeat(5000), names)).startsWith("42 are known, the nearest are ");
  }

  @ParameterizedTest
  @CsvSource({
    "rowz, did you mean 'rows'? known are late rows",
    "xyzzy, known are late rows",
    "lte, did you mean 'late'? known are late rows"
  })
  void theNearestNameIsProbablyMeant(String written, String hint) {
    assertThat(Nearest.of(written, List.of("rows", "late")).replace(",", "")).isEqualTo(hint);
    assertThat(Nearest.of(written, List.of())).isEqualTo("there are none");
  }
}
