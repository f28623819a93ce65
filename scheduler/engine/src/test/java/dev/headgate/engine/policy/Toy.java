package dev.headgate.engine.policy;

import dev.headgate.model.check.CheckSpec.Severity;
import dev.headgate.model.policy.PolicyRule;
import dev.headgate.model.policy.PolicyRule.Scope;
import dev.headgate.spi.PluginException;
import dev.headgate.spi.PolicyLanguage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A policy language: a path to a fact, which holds where there is something. */
final class Toy implements PolicyLanguage {
  final AtomicInteger compiled = new AtomicInteger();

  Conditions conditions() {
    return new Conditions(name -> name.equals("toy") ? Optional.of(this) : Optional.empty());
  }

  static PolicyRule rule(String id, Scope scope, String expression) {
    return new PolicyRule(
        id, scope, Severity.ERROR, "toy", expression, "no " + expression, "x.policy.yaml", 1);
  }

  @Override
  public Condition compile(String expression) {
    compiled.incrementAndGet();
    return facts -> {
      Object fact = facts;
      for (String name : expression.split("\\.", -1)) {
        if (!(fact instanceof Map<?, ?> map)) {
          throw new PluginException("there is no '" + name + "'");
        }
        fact = map.get(name);
      }
      return fact != null && !fact.equals(List.of()) && !fact.equals(false);
    };
  }
}
