package dev.headgate.model.policy;

import dev.headgate.model.check.CheckSpec.Severity;

/**
 * One policy: a condition that every product, dataset or release has to meet.
 *
 * @param id unique; what a waiver names
 * @param scope what it is asked of
 * @param language of the expression: {@code cel}
 * @param expression true where the policy is met
 * @param message said where it is not
 * @param file and line where the expression is written, for messages
 * @param site whether it is the server's own, and not of the definitions that were sent to it
 */
public record PolicyRule(
    String id,
    Scope scope,
    Severity severity,
    String language,
    String expression,
    String message,
    String file,
    int line,
    boolean site) {
  /** What a policy is asked of, once each. */
  public enum Scope {
    PRODUCT,
    DATASET,
    RELEASE
  }

  /** Of definitions. */
  public PolicyRule(
      String id,
      Scope scope,
      Severity severity,
      String language,
      String expression,
      String message,
      String file,
      int line) {
    this(id, scope, severity, language, expression, message, file, line, false);
  }

  /** The same, as the server's own. */
  public PolicyRule ofSite() {
    return new PolicyRule(id, scope, severity, language, expression, message, file, line, true);
  }
}
