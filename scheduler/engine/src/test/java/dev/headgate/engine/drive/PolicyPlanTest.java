package dev.headgate.engine.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headgate.engine.Plan;
import dev.headgate.engine.Plan.Kind;
import dev.headgate.engine.fake.Defined;
import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.model.product.Definitions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan says what becomes of policies, and the audit keeps it. */
class PolicyPlanTest {
  @TempDir Path logs;
  private World world;

  @BeforeEach
  void given() {
    world = new World(logs);
  }

  private static PolicyRule policy(String id, Severity severity, String rule) {
    return new PolicyRule(
        id, Scope.DATASET, severity, "none", rule, "not met", "own.policy.yaml", 5);
  }

  private static PolicyRule policy(String id) {
    return policy(id, Severity.ERROR, "true");
  }

  private static Definitions with(PolicyRule... policies) {
    Definitions plain = Defined.all(Defined.product("sales.orders").dataset("sales.orders"));
    return new Definitions(
        plain.domains(), plain.products(), Map.of(), List.of(policies), Map.of(), plain.bundle());
  }

  private void holds(PolicyRule... policies) {
    world.store.transact(tx -> tx.definitions().apply(0, with(policies), "ana"));
  }

  private List<Plan.Change> changes(PolicyRule... policies) {
    return world.engine.planner.plan(with(policies)).changes();
  }

  @Test
  void whatIsNewChangedAndGoneIsListed() {
    holds(policy("gone"), policy("looser"), policy("same"));

    PolicyRule looser =
        new PolicyRule(
            "looser", Scope.PRODUCT, Severity.WARNING, "cel", "a\n  || b\n", "met", "o.yaml", 9);
    assertThat(changes(policy("new"), looser, policy("same")))
        .containsExactly(
            new Plan.Change(Kind.REMOVED, "policy gone", List.of()),
            new Plan.Change(
                Kind.CHANGED,
                "policy looser",
                List.of(
                    "severity: error → warning",
                    "scope: dataset → product",
                    "language: none → cel",
                    "rule: true → a || b",
                    "message: not met → met")),
            new Plan.Change(Kind.ADDED, "policy new", List.of()));
  }

  @Test
  void spacesWithinARuleAreNotLost() {
    holds(policy("name", Severity.ERROR, "name == 'a  b'"));

    assertThat(changes(policy("name", Severity.ERROR, "name == 'a b'")))
        .containsExactly(
            new Plan.Change(
                Kind.CHANGED,
                "policy name",
                List.of("rule: spaces or line ends changed, in name == 'a b'")));
  }

  @Test
  void whereAPolicyIsWrittenIsNoChange() {
    holds(policy("same"));

    assertThat(
            changes(
                new PolicyRule(
                    "same", Scope.DATASET, Severity.ERROR, "none", "true", "not met", "b.yaml", 7)))
        .isEmpty();
  }

  @Test
  void thoseOfTheSiteAreNoNewsToWhoAppliesFirst() {
    assertThat(changes(policy("standard").ofSite(), policy("own")))
        .extracting(Plan.Change::subject)
        .contains("policy own")
        .noneMatch(subject -> subject.contains("standard"));
  }

  @Test
  void thoseOfTheSiteAreListedWhereTheServerHasOthersByNow() {
    holds(policy("old").ofSite(), policy("kept").ofSite(), policy("moved"));

    assertThat(changes(policy("kept").ofSite(), policy("more").ofSite(), policy("moved").ofSite()))
        .containsExactly(
            new Plan.Change(Kind.ADDED, "site policy more", List.of()),
            new Plan.Change(Kind.REMOVED, "site policy old", List.of()));
  }

  @Test
  void theAuditKeepsIt() {
    holds(policy("gone"), policy("looser"));

    world.engine.applier.apply(1, with(policy("looser", Severity.WARNING, "true")), "ana");

    assertThat(world.store.audit())
        .filteredOn(row -> row.action().equals("definitions.applied"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.details())
                    .containsEntry("policy gone", "REMOVED")
                    .containsEntry("policy looser", "CHANGED; severity: error → warning"));
  }
}
