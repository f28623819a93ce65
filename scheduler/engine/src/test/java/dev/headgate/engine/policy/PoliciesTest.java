package dev.headgate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headgate.engine.fake.Defined;
import dev.headgate.model.check.CheckSpec.Origin;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyFixture;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.model.product.DatasetName;
import dev.headgate.model.product.Definitions;
import dev.headgate.model.product.Product;
import dev.headgate.model.product.ProductName;
import dev.headgate.model.release.Finding;
import dev.headgate.model.release.Finding.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What policies come to, and of what they are asked. */
class PoliciesTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

  private static final String NO_NAME =
      "could not be evaluated: there is no 'name': expected a fact";

  private final Toy toy = new Toy();
  private final Conditions conditions = toy.conditions();

  @Test
  void aPolicyIsAskedOncePerProductAndOncePerDataset() {
    Policies.Result result =
        evaluate(
            Toy.rule("owned", Scope.PRODUCT, "product.owners"),
            Toy.rule("promised", Scope.DATASET, "dataset.contract"),
            Toy.rule("known", Scope.RELEASE, "release"));

    assertThat(result.errors()).isEmpty();
    assertThat(result.findings())
        .extracting(
            f -> f.rule() + " " + f.dataset().map(DatasetName::toString) + " " + f.outcome())
        .containsExactly(
            "owned Optional.empty PASSED",
            "promised Optional[sales.orders] FAILED",
            "promised Optional[sales.totals] FAILED");
  }

  @Test
  void aFindingSaysWhatThePolicySays() {
    Finding failed = evaluate(Toy.rule("tagged", Scope.PRODUCT, "product.tags")).findings().get(0);

    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.message()).isEqualTo("no product.tags");
    assertThat(failed.origin()).isEqualTo(new Origin(Origin.Kind.POLICY, "x.policy.yaml"));
    assertThat(failed.blocks()).isTrue();
  }

  @Test
  void whatCannotBeEvaluatedHasFailedAsItsSeveritySays() {
    Policies.Result result =
        evaluate(
            Toy.rule("deep", Scope.DATASET, "dataset.job.name"),
            rule("wrong", Severity.WARNING, "toy", Toy.MISTAKE),
            Toy.rule("owned", Scope.PRODUCT, "product.owners"));

    assertThat(result.errors()).isEmpty();
    assertThat(result.findings())
        .extracting(
            f -> f.dataset().map(DatasetName::toString).orElse("product"),
            Finding::rule,
            Finding::outcome,
            Finding::blocks,
            Finding::message)
        .containsExactly(
            tuple("sales.orders", "deep", Outcome.FAILED, true, NO_NAME),
            tuple("sales.totals", "deep", Outcome.FAILED, true, NO_NAME),
            tuple(
                "product",
                "wrong",
                Outcome.FAILED,
                false,
                "could not be evaluated: it is no path: expected one"),
            tuple("product", "owned", Outcome.PASSED, false, "it holds"));
  }

  @Test
  void whatNothingCanEvaluateNowIsAnErrorAndNoFinding() {
    Policies.Result result =
        evaluate(
            rule("other", Severity.WARNING, "rego", "x"),
            rule("away", Severity.WARNING, "toy", Toy.AWAY),
            Toy.rule("owned", Scope.PRODUCT, "product.owners"));

    assertThat(result.errors())
        .containsExactly(
            "policy 'other' could not be evaluated: no plugin brings the policy language 'rego'",
            "policy 'away' could not be evaluated: nobody answers");
    assertThat(result.findings()).extracting(Finding::rule).containsExactly("owned");
  }

  private static PolicyRule rule(String id, Severity severity, String language, String expression) {
    return new PolicyRule(
        id, Scope.PRODUCT, severity, language, expression, "m", "x.policy.yaml", 1);
  }

  @Test
  void anExpressionIsCompiledOnce() {
    PolicyRule policy = Toy.rule("promised", Scope.DATASET, "dataset.contract");

    evaluate(policy);
    evaluate(policy);

    assertThat(toy.compiled).hasValue(1);
  }

  @Test
  void fixturesComeOutAsTheySay() {
    List<PolicyRule> policies =
        List.of(
            Toy.rule("owned", Scope.PRODUCT, "product.owners"),
            Toy.rule("promised", Scope.DATASET, "dataset.contract"),
            Toy.rule("described", Scope.DATASET, "contract.description"),
            Toy.rule("deep", Scope.PRODUCT, "product.owners.first"),
            Toy.rule("timed", Scope.PRODUCT, "now"));
    Map<String, Object> ana = Map.of("product", Map.of("owners", List.of("ana")));
    List<PolicyFixture> fixtures =
        List.of(
            fixture("owned", true, ana),
            fixture("owned", false, Map.of("product", Map.of())),
            fixture("owned", false, ana),
            fixture("owned", true, Map.of("product", Map.of())),
            fixture("promised", true, Map.of("dataset", Map.of(), "contract", Map.of("id", "x"))),
            fixture(
                "described",
                true,
                Map.of("dataset", Map.of("contract", Map.of("description", "x")))),
            fixture("deep", true, ana),
            fixture("timed", true, Map.of()));

    PolicyTester.Report report = new PolicyTester(conditions).run(policies, fixtures, NOW);

    assertThat(report.passed()).isFalse();
    assertThat(report.cases())
        .extracting(c -> c.problem().orElse("as expected"))
        .containsExactly(
            "as expected",
            "as expected",
            "it passes, expected to fail",
            "it fails, expected to pass",
            "as expected",
            "as expected",
            "it could not be evaluated: there is no 'first': expected a fact",
            "as expected");
    assertThat(report.untested())
        .containsExactly(
            "policy 'promised' has no fixture that fails",
            "policy 'described' has no fixture that fails",
            "policy 'deep' has no fixture that fails",
            "policy 'timed' has no fixture that fails");
  }

  @Test
  void whatOnlyAReleaseHasIsNoExampleOfWhatIsAskedWithoutOne() {
    Map<String, Object> judged =
        Map.of("verdict", Map.of("passed", true), "product", Map.of("owners", List.of("ana")));
    List<PolicyRule> policies =
        List.of(
            Toy.rule("unguarded", Scope.PRODUCT, "verdict.passed"),
            Toy.rule("owned", Scope.PRODUCT, "product.owners"),
            Toy.rule("judged", Scope.RELEASE, "verdict.passed"));
    List<PolicyFixture> fixtures =
        policies.stream().map(policy -> fixture(policy.id(), true, judged)).toList();

    assertThat(new PolicyTester(conditions).run(policies, fixtures, NOW).cases())
        .extracting(c -> c.problem().orElse("as expected"))
        .containsExactly(
            "it could not be evaluated where no release is judged, as by 'headgate check': there"
                + " is no 'passed': expected a fact",
            "as expected",
            "as expected");
  }

  private static PolicyFixture fixture(String policy, boolean passes, Map<String, Object> given) {
    return new PolicyFixture(policy, Optional.empty(), passes, given, "x.fixtures.yaml", 1);
  }

  private Policies.Result evaluate(PolicyRule... policies) {
    Definitions plain =
        Defined.all(Defined.product("sales.shop").dataset("sales.orders").dataset("sales.totals"));
    Definitions definitions =
        new Definitions(
            plain.domains(), plain.products(), Map.of(), List.of(policies), Map.of(), Map.of());
    Product product = plain.products().get(ProductName.parse("sales.shop"));
    return new Policies(conditions)
        .evaluate(definitions, product, product.datasets(), Optional.empty(), NOW);
  }
}
