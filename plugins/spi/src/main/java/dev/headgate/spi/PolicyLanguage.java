package dev.headgate.spi;

import java.util.Map;

/** Compiles conditions over {@link PolicyFacts}. Thread-safe. */
public interface PolicyLanguage {
  /**
   * Compiles and type-checks an expression that must be a truth value.
   *
   * @throws Mistake where it is wrong
   */
  Condition compile(String expression);

  /** A compiled expression. Thread-safe, without effects, and it ends. */
  interface Condition {
    /**
     * Whether it holds.
     *
     * @param facts as {@link PolicyFacts} describes them; what is missing counts as absent
     * @throws PluginException where it cannot be evaluated on these facts
     */
    boolean holds(Map<String, Object> facts);
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
