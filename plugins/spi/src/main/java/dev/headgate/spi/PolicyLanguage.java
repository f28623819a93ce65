package dev.headgate.spi;

import dev.headgate.model.policy.PolicyRule.Scope;
import java.util.Map;

/** Compiles conditions over {@link PolicyFacts}. Thread-safe. */
public interface PolicyLanguage {
  /**
   * Compiles and type-checks an expression that must be a truth value.
   *
   * @throws Mistake where it is wrong
   */
  Condition compile(String expression);

  /**
   * Compiles the expression of a policy, which has only {@link PolicyFacts#of its scope's}
   * variables: reading another one, which is never there, is a mistake. A language that cannot tell
   * takes it, and the policy fails where it is asked.
   *
   * @throws Mistake where it is wrong
   */
  default Condition compile(String expression, Scope scope) {
    return compile(expression);
  }

  /** A compiled expression. Thread-safe, without effects, and it ends. */
  interface Condition {
    /**
     * Whether it holds.
     *
     * @param facts as {@link PolicyFacts} describes them; what is missing counts as absent
     * @throws Unanswerable where it cannot be evaluated on these facts
     * @throws PluginException where whatever evaluates it is away
     */
    boolean holds(Map<String, Object> facts);
  }

  /**
   * The condition has no answer on these facts, however often it is asked: its policy has failed.
   * The message says why, and what was expected.
   */
  final class Unanswerable extends PluginException {
    private static final long serialVersionUID = 1L;

    public Unanswerable(String message) {
      super(message);
    }

    public Unanswerable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** An expression that is not valid, with where in it, both from 1. */
  final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    public Mistake(String message, int line, int column) {
      super(message);
      this.line = line;
      this.column = column;
    }

    public int line() {
      return line;
    }

    public int column() {
      return column;
    }
  }
}
