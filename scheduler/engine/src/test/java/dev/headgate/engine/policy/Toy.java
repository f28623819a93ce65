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
  /** Does not compile. */
  static final String MISTAKE = "?";

  /** Is not answered, whatever the facts. */
  static final String AWAY = "away";

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
    if (expression.equals(MISTAKE)) {
      throw new Mistake("it is no path: expected one", 1, 1);
    }
    return facts -> {
      if (expression.equals(AWAY)) {
        throw new PluginException("nobody answers");
      }
      Object fact = facts;
      for (String name : expression.split("\\.", -1)) {
        if (!(fact instanceof Map<?, ?> map)) {
          throw new Unanswerable("there is no '" + name + "': expected a fact");
        }
        fact = map.get(name);
      }
      return fact != null && !fact.equals(List.of()) && !fact.equals(false);
    };
  }
}
