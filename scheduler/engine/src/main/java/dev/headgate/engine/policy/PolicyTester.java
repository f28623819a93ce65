package dev.headgate.engine.policy;

import dev.headgate.model.policy.PolicyFixture;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.policy.PolicyRule.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs the fixtures of policies. */
public final class PolicyTester {
  private static final Set<String> OF_A_RELEASE = Set.of("release", "verdict", "changes");

  private final Conditions conditions;

  public PolicyTester(Conditions conditions) {
    this.conditions = conditions;
  }

  /**
   * What fixtures came to.
   *
   * @param untested policies that no fixture passes or no fixture fails, each in one sentence
   */
  public record Report(List<Case> cases, List<String> untested) {
    public Report {
      cases = List.copyOf(cases);
      untested = List.copyOf(untested);
    }

    /** Whether every fixture came out as it says. */
    public boolean passed() {
      return cases.stream().noneMatch(c -> c.problem().isPresent());
    }
  }

  /**
   * One fixture.
   *
   * @param problem why it did not come out as it says
   */
  public record Case(PolicyFixture fixture, Optional<String> problem) {}

  /**
   * Runs all fixtures.
   *
   * @param policies that they name
   * @param now for those that do not say when it is
   */
  public Report run(List<PolicyRule> policies, List<PolicyFixture> fixtures, Instant now) {
    Map<String, PolicyRule> byId =
        policies.stream()
            .collect(Collectors.toMap(PolicyRule::id, Function.identity(), (a, b) -> a));
    List<Case> cases =
        fixtures.stream()
            .map(f -> new Case(f, problem(Optional.ofNullable(byId.get(f.policy())), f, now)))
            .toList();
    return new Report(cases, untested(policies, fixtures));
  }

  private Optional<String> problem(
      Optional<PolicyRule> policy, PolicyFixture fixture, Instant now) {
    if (policy.isEmpty()) {
      return Optional.of("there is no policy '" + fixture.policy() + "'");
    }
    Map<String, Object> facts = facts(fixture.given(), now);
    try {
      boolean holds = conditions.of(policy.get()).holds(facts);
      return holds == fixture.passes()
          ? unjudged(policy.get(), facts)
          : Optional.of(holds ? "it passes, expected to fail" : "it fails, expected to pass");
    } catch (RuntimeException e) {
      return Optional.of("it could not be evaluated: " + e.getMessage());
    }
  }

  /** Products and datasets are asked about without a release too. */
  private Optional<String> unjudged(PolicyRule policy, Map<String, Object> facts) {
    Map<String, Object> left = new HashMap<>(facts);
    if (policy.scope() == Scope.RELEASE || !left.keySet().removeAll(OF_A_RELEASE)) {
      return Optional.empty();
    }
    try {
      conditions.of(policy).holds(left);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(
          "it could not be evaluated where no release is judged, as by 'headgate check': "
              + e.getMessage());
    }
  }

  /** A contract is its dataset's and the other way round, whichever of them is given. */
  private static Map<String, Object> facts(Map<String, Object> given, Instant now) {
    Map<String, Object> facts = new HashMap<>(given);
    facts.putIfAbsent("now", now);
    Object contract = given.get("contract");
    if (given.get("dataset") instanceof Map<?, ?> dataset) {
      if (contract == null && dataset.get("contract") != null) {
        facts.put("contract", dataset.get("contract"));
      } else if (contract != null && dataset.get("contract") == null) {
        Map<Object, Object> with = new HashMap<>(dataset);
        with.put("contract", contract);
        facts.put("dataset", with);
      }
    }
    return facts;
  }

  private static List<String> untested(List<PolicyRule> policies, List<PolicyFixture> fixtures) {
    List<String> untested = new ArrayList<>();
    for (PolicyRule policy : policies) {
      List<PolicyFixture> own =
          fixtures.stream().filter(f -> f.policy().equals(policy.id())).toList();
      boolean passes = own.stream().anyMatch(PolicyFixture::passes);
      boolean fails = own.stream().anyMatch(f -> !f.passes());
      if (!passes || !fails) {
        untested.add(
            "policy '"
                + policy.id()
                + "' has no fixture that "
                + (passes ? "fails" : fails ? "passes" : "passes or fails"));
      }
    }
    return untested;
  }
}
