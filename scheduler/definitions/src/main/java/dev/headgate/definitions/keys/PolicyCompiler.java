package dev.headgate.definitions.keys;

import dev.headgate.model.policy.PolicyRule.Scope;
import java.util.Optional;

/** Tells whether an expression is a condition of one policy language. */
public interface PolicyCompiler {
  /** What is wrong with it in a policy of this scope; empty where nothing is. */
  Optional<Mistake> check(String expression, Scope scope);

  /** What is wrong, and where in the expression, both from 1. */
  record Mistake(String message, int line, int column) {}
}
